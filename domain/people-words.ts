/** Several people in few words. */
import { isolated } from "./harmless-text";
import type { Message } from "./inbox";
import { plural } from "./measures";

const nobodysName = "Unknown";
const mostNamed = 3;

/** "Ana", "Ana and Ben", "Ana, Ben and Chiara", "Ana, Ben and 3 others"; who has no name is one of the others. */
export function peopleWords(names: readonly string[]): string {
  const known = names.filter((name) => name !== nobodysName);
  if (known.length === 0) return plural(names.length, "person", "people");
  const isEverybody = known.length === names.length && known.length <= mostNamed;
  const named = known.slice(0, isEverybody ? mostNamed : mostNamed - 1).map(isolated);
  const others = names.length - named.length;
  return inSentence(others === 0 ? named : [...named, plural(others, "other", "others")]);
}

function inSentence(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

/** The first of several names; a number or an id stays whole. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? name;
}

/** Three kinds of read in three ways; null for a message that nobody is known to have read. */
export function readWords({
  direction,
  state,
  readBy,
}: Pick<Message, "direction" | "state" | "readBy">): string | null {
  if (direction === "incoming") return readBy.length > 0 ? "Read on the phone" : null;
  if (state !== "read") return null;
  return readBy.length === 0 ? "Read" : `Read by ${peopleWords(readBy.map(({ name }) => firstName(name)))}`;
}
