/**
 * How a message shows once its row is read: the state of ours, who reacted, what it said before, whom it mentions. What a
 * message is was decided when its events were applied; here several rows are laid over one another.
 */
import { hasName, personName } from "./chat-list";
import type { Stamp } from "./events";
import { harmless } from "./harmless-text";
import type { Direction, MessageState } from "./inbox";
import { withMentions } from "./mentions";
import { outgoingState, type HowFar } from "./receipts";
import { groupByPerson, nameOfPerson, type KnownPeople, type PersonRow } from "./same-person";
import { bodyRanks, strengthOf } from "./state";

/** How far a message of ours got; null for theirs. `readThroughAt`: the other side read the chat up to there. */
export function messageState(
  message: HowFar & { direction: Direction; readThroughAt: string | null },
): MessageState | null {
  return message.direction === "incoming" ? null : outgoingState(message, message.readThroughAt);
}

/** One row of the table: what an attendee set, or with a null emoji took back. */
export type KeptReaction = PersonRow & Stamp & { emoji: string | null; isFetched: boolean };

/**
 * One reaction a person, the newest; removals out; earliest first. `fetched` is the stamp of the latest list of all reactions: who is
 * neither on it nor reacted later has taken theirs back. A list says who, so when somebody reacted is what was told before.
 */
export function shownReactions<Kept extends KeptReaction>(
  reactions: readonly Kept[],
  fetched: Stamp | null,
): (Kept & { name: string; emoji: string })[] {
  return groupByPerson(reactions)
    .map((own) => {
      const newest = own.reduce((best, other) => (comparePlaces(other, best) > 0 ? other : best));
      const told = own.filter(({ isFetched, emoji }) => !isFetched && emoji === newest.emoji);
      return { newest, shown: told.sort(comparePlaces).at(-1) ?? newest, name: nameOfPerson(own) };
    })
    .filter(({ newest }) => fetched === null || comparePlaces(newest, fetched) >= 0)
    .map(({ shown, name }) => ({ ...shown, name }))
    .filter((reaction): reaction is Kept & { name: string; emoji: string } => reaction.emoji !== null)
    .sort(comparePlaces);
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
  const ordered = [...told].sort((a, b) => strengthOf(a.rank) - strengthOf(b.rank) || comparePlaces(a, b));
  const earlier = ordered.filter((version, index) => index === 0 || version.text !== ordered[index - 1]?.text);
  if (earlier.at(-1)?.text === current) earlier.pop();
  return earlier.map(({ text, at }) => ({ text, at }));
}

/** When the text last changed: as an edit told, else when asking the vendor first found it edited. */
export function editTime(editedAt: string | null, versions: readonly KeptText[]): string | null {
  const found = versions.filter(({ rank }) => rank === bodyRanks.foundEdited).sort(comparePlaces);
  return editedAt ?? found[0]?.at ?? null;
}

/** A text as people read it: those it mentions by name, and nothing that would disturb what stands around it. */
export function shownText(text: string | null, known: KnownPeople): string | null {
  return text === null ? null : withMentions(harmless(text), (alias) => mentionedName(known.get(alias)));
}

/** A phone number is no name. */
function mentionedName(person: PersonRow | undefined): string | null {
  return person !== undefined && hasName(person) ? personName(person) : null;
}

function comparePlaces(a: Stamp, b: Stamp): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.sequence - b.sequence;
}
