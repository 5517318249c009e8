/** Who has read a message, put together from its rows: one entry a person, the earliest time that anybody told. */
import type { Direction, Receipt } from "./inbox";
import { groupByPerson, nameOfPerson, type PersonRow } from "./same-person";
import { earlierOf } from "./state";

/** One row of the table. `at` is null where only the fact was told. */
export type KeptReceipt = PersonRow & { at: string | null };

type Read = {
  direction: Direction;
  /** somebody has read it, whoever that was */
  isRead: boolean;
  readAt: string | null;
  receipts: readonly KeptReceipt[];
  /** who speaks for us */
  account: { id: string; name: string };
  /** the one other person of a one-to-one chat, null in groups */
  other: { id: string; name: string } | null;
};

/**
 * Of a message of ours those of the other side who have read it, earliest first, those without a time last. Of one of theirs our own
 * account, when it was read on another device of ours.
 */
export function readersOf({ direction, isRead, readAt, receipts, account, other }: Read): Receipt[] {
  const people = groupByPerson(receipts).map((rows) => ({
    id: rows[0]?.attendeeId ?? "",
    name: nameOfPerson(rows),
    at: rows.map(({ at }) => at).reduce(earlierOf, null),
    isSelf: rows.some(({ isSelf }) => isSelf),
  }));
  if (direction === "incoming") {
    const us = people.find(({ isSelf }) => isSelf);
    return us !== undefined || isRead ? [{ ...account, at: earlierOf(us?.at ?? null, readAt) }] : [];
  }
  const theirs = people.filter(({ isSelf }) => !isSelf);
  if (other !== null && (isRead || theirs.length > 0)) {
    return [{ id: other.id, name: other.name, at: theirs.map(({ at }) => at).reduce(earlierOf, readAt) }];
  }
  return theirs.sort(byTime).map(({ id, name, at }) => ({ id, name, at }));
}

function byTime(one: Receipt, other: Receipt): number {
  if (one.at !== other.at) return one.at !== null && (other.at === null || one.at < other.at) ? -1 : 1;
  return one.name < other.name ? -1 : Number(one.name > other.name);
}
