/**
 * How a message shows once its row is read: the state of ours, who reacted, what it said before, whom it mentions. What a
 * message is was decided when its events were applied; here several rows are laid over one another.
 */
import type { Direction, MessageState } from "./inbox";
import { outgoingState } from "./receipts";

/** How far a message of ours got; null for theirs. `readThroughAt`: the other side read the chat up to there. */
export function messageState(message: {
  direction: Direction;
  sentAt: string;
  deliveredAt: string | null;
  readAt: string | null;
  readThroughAt: string | null;
}): MessageState | null {
  return message.direction === "incoming" ? null : outgoingState(message, message.readThroughAt);
}

/** One row of the table: what an attendee set, or with a null emoji took back. */
export type KeptReaction = {
  emoji: string | null;
  at: string;
  sequence: number;
  attendeeId: string;
  aliases: readonly string[];
  isSelf: boolean;
};

/** One reaction a person, the newest; removals out; earliest first. Attendees who share an alias are one person, so are all that are us. */
export function shownReactions<Kept extends KeptReaction>(reactions: readonly Kept[]): (Kept & { emoji: string })[] {
  return groupByPerson(reactions)
    .map((own) => own.reduce((newest, other) => (comparePlaces(other, newest) > 0 ? other : newest)))
    .filter((reaction): reaction is Kept & { emoji: string } => reaction.emoji !== null)
    .sort(comparePlaces);
}

/** A reaction can join two who seemed different people until then. */
function groupByPerson<Kept extends KeptReaction>(reactions: readonly Kept[]): Kept[][] {
  let people: { keys: Set<string>; reactions: Kept[] }[] = [];
  for (const reaction of reactions) {
    const keys = [`id ${reaction.attendeeId}`, ...(reaction.isSelf ? ["us"] : []), ...reaction.aliases];
    const isSame = (person: { keys: Set<string> }) => keys.some((key) => person.keys.has(key));
    const same = people.filter(isSame);
    const joined = {
      keys: new Set([...keys, ...same.flatMap((person) => [...person.keys])]),
      reactions: [...same.flatMap((person) => person.reactions), reaction],
    };
    people = [...people.filter((person) => !isSame(person)), joined];
  }
  return people.map((person) => person.reactions);
}

export type KeptText = { text: string | null; at: string; sequence: number; rank: number };

/**
 * The texts before the one that shows, oldest first, each once in a row. What a reaction or receipt carried (rank 1) says
 * nothing about the past once a real body is known.
 */
export function earlierTexts(
  versions: readonly KeptText[],
  current: string | null,
): { text: string | null; at: string }[] {
  const isReal = (version: KeptText) => version.rank > 1;
  const told = versions.some(isReal) ? versions.filter(isReal) : versions;
  const ordered = [...told].sort((a, b) => a.rank - b.rank || comparePlaces(a, b));
  const earlier = ordered.filter((version, index) => index === 0 || version.text !== ordered[index - 1]?.text);
  if (earlier.at(-1)?.text === current) earlier.pop();
  return earlier.map(({ text, at }) => ({ text, at }));
}

/** `{{id}}` becomes the person's name, or "someone"; never the digits of an id. */
export function withMentions(text: string | null, nameOf: (alias: string) => string | null): string | null {
  return text?.replaceAll(/@?\{\{([^{}]{1,200})\}\}/g, (_, alias: string) => `@${nameOf(alias) ?? "someone"}`) ?? null;
}

function comparePlaces(a: { at: string; sequence: number }, b: { at: string; sequence: number }): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.sequence - b.sequence;
}
