/** What a line of a message's history says, and where it is read. */
import { isolated } from "./harmless-text";
import type { Asked, HistoryLine } from "./inbox";
import { chatUrl } from "./inbox-address";

const nameOf = ({ person }: HistoryLine) => (person === null ? null : person.isSelf ? "You" : isolated(person.name));

export function historyWords(line: HistoryLine): string {
  const name = nameOf(line);
  switch (line.kind) {
    case "written":
      return line.person?.isSelf ? "Sent" : `${name ?? "Somebody"} wrote this`;
    case "kept":
      return "Kept here";
    case "delivered":
      return "Delivered";
    case "read":
      return name === null ? "Read" : `Read by ${name}`;
    case "read-elsewhere":
      return "Read on the phone";
    case "chat-read":
      return "Chat read up to here";
    case "edited":
      return "Edited";
    case "reacted":
      return `${name ?? "Somebody"} reacted ${line.emoji ?? ""}`.trim();
    case "took-back":
      return `${name ?? "Somebody"} took back ${line.emoji ?? "a reaction"}`;
    case "deleted":
      return "Deleted";
    case "asked":
      return "Asked postpress";
    case "unclear":
      return "A delivery without effect here";
  }
}

export type ShownEntry = { key: string; lines: readonly HistoryLine[] };

/** Up to so many readers stand each for themselves. */
const mostReaders = 5;

/** What stands on screen: a line each, but the many readers of a group as one. */
export function shownEntries(lines: readonly HistoryLine[]): ShownEntry[] {
  const readers = lines.filter(({ kind, person }) => kind === "read" && person !== null);
  if (readers.length <= mostReaders) return lines.map((line) => ({ key: line.key, lines: [line] }));
  return lines.flatMap((line) => {
    if (!readers.includes(line)) return [{ key: line.key, lines: [line] }];
    return line === readers[0] ? [{ key: "readers", lines: readers }] : [];
  });
}

/** Said quietly below the lines; null when there is nothing to say. */
export function askedWords(asked: Asked | null): string | null {
  switch (asked) {
    case "silent":
      return "postpress could not be asked just now. This is what it has told so far.";
    case "not-configured":
      return "Postroom has no key for postpress, so it knows only what came by itself.";
    case "told":
    case "recent":
    case null:
      return null;
  }
}

const messageUrl = (chatId: string, messageId: string) =>
  `${chatUrl(chatId)}/messages/${encodeURIComponent(messageId)}`;
export const historyUrl = (chatId: string, messageId: string) => `${messageUrl(chatId, messageId)}/history`;
export const askUrl = (chatId: string, messageId: string) => `${messageUrl(chatId, messageId)}/ask`;
