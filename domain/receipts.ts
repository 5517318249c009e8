/** The rules behind delivered and read: they only rise, and the earliest time of each, and of each reader, is kept. */
import type { ReaderFacts, ReceiptFacts } from "./events";
import type { MessageState } from "./inbox";
import { earlierOf, laterOf, withEntry, type ChatMemory, type MessageMemory, type ReceiptMemory } from "./state";
import { unlessSame } from "./messages";

export function withDelivered(message: MessageMemory, at: string): MessageMemory {
  return unlessSame(message, { ...message, deliveredAt: earlierOf(message.deliveredAt, at) });
}

export function withRead(message: MessageMemory, at: string): MessageMemory {
  return unlessSame(message, { ...message, readAt: earlierOf(message.readAt, at) });
}

/** What a message carried whole says besides: flags without a time, and who has read it. */
export function withReceipts(message: MessageMemory, told: ReceiptFacts): MessageMemory {
  return unlessSame(message, {
    ...message,
    isDelivered: message.isDelivered || told.isDelivered,
    isRead: message.isRead || told.isRead,
    receipts: told.readers.reduce(withReader, message.receipts),
  });
}

/** A known time is better than none, an earlier one better than a later. */
function withReader(
  receipts: ReadonlyMap<string, ReceiptMemory>,
  { person, at: told }: ReaderFacts,
): ReadonlyMap<string, ReceiptMemory> {
  const known = receipts.get(person.externalId);
  const at = earlierOf(known?.at ?? null, told);
  if (known?.at === at) return receipts;
  return withEntry(receipts, person.externalId, { readerExternalId: person.externalId, at });
}

export type HowFar = {
  sentAt: string | null;
  deliveredAt: string | null;
  readAt: string | null;
  isDelivered: boolean;
  isRead: boolean;
};

/** A whole-chat read is one mark on the chat, the latest, never beyond its own arrival. */
export function withChatRead(chat: ChatMemory, event: { at: string; receivedAt: string }): ChatMemory {
  const at = earlierOf(event.at, event.receivedAt);
  return unlessSame(chat, { ...chat, readThroughAt: laterOf(chat.readThroughAt, at) });
}

/** How far an outgoing message got. The chat's mark gives a state, no time. */
export function outgoingState(message: HowFar, readThroughAt: string | null): MessageState {
  const { sentAt, isRead, isDelivered } = message;
  const isWithinMark = sentAt !== null && readThroughAt !== null && sentAt <= readThroughAt;
  if (isRead || message.readAt !== null || isWithinMark) return "read";
  return isDelivered || message.deliveredAt !== null ? "delivered" : "sent";
}
