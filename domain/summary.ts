/**
 * What the list knows of a chat, derived from its messages. `server/ingest/save.ts` derives the same in SQL; a test holds the
 * two against each other.
 */
import { standingOf } from "./messages";
import type { ChatMemory, MessageMemory } from "./state";

export type ChatSummary = {
  /** null while no message may be shown as the last one: such a chat is not listed */
  lastActivityAt: string | null;
  lastMessageId: string | null;
  unreadCount: number;
  waitingSince: string | null;
};

type Placed = { message: MessageMemory; sentAt: string; isListed: boolean; isCounted: boolean; isOurs: boolean };

/** @param readSequence the team's read mark: what first arrived after it is new to us */
export function summarise(chat: ChatMemory, readSequence: number): ChatSummary {
  const placed = inOrderShown(chat);
  const last = placed.filter((one) => one.isListed).at(-1);
  const counted = placed.filter((one) => one.isCounted);
  const lastAnswer = counted.findLastIndex((one) => one.isOurs);
  const unread = counted.filter((one) => !one.isOurs && (one.message.arrivedSequence ?? 0) > readSequence);
  return {
    lastActivityAt: last?.sentAt ?? null,
    lastMessageId: last?.message.externalId ?? null,
    unreadCount: unread.length,
    waitingSince: counted[lastAnswer + 1]?.sentAt ?? null,
  };
}

/** Provider time, then external id by bytes. */
function inOrderShown(chat: ChatMemory): Placed[] {
  const placed: Placed[] = [];
  for (const message of chat.messages.values()) {
    const { sentAt, isListed, isCounted, direction } = standingOf(message);
    if (sentAt !== null) placed.push({ message, sentAt, isListed, isCounted, isOurs: direction === "outgoing" });
  }
  return placed.sort(
    (a, b) => compareBytes(a.sentAt, b.sentAt) || compareBytes(a.message.externalId, b.message.externalId),
  );
}

/** The order of UTF-8 bytes, which is that of code points: what PostgreSQL calls COLLATE "C". */
export function compareBytes(one: string, other: string): number {
  const [left, right] = [Array.from(one), Array.from(other)];
  const place = left.findIndex((character, index) => character !== right[index]);
  if (place === -1) return left.length - right.length;
  const theirs = right[place];
  return theirs === undefined ? 1 : (left[place]?.codePointAt(0) ?? 0) - (theirs.codePointAt(0) ?? 0);
}
