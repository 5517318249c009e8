/** The rules behind delivered and read: they only rise, and the earliest time of each is kept. */
import type { MessageState } from "./inbox";
import { earlierOf, laterOf, type ChatMemory, type MessageMemory } from "./state";
import { unlessSame } from "./messages";

export function withDelivered(message: MessageMemory, at: string): MessageMemory {
  return unlessSame(message, { ...message, deliveredAt: earlierOf(message.deliveredAt, at) });
}

export function withRead(message: MessageMemory, at: string): MessageMemory {
  return unlessSame(message, { ...message, readAt: earlierOf(message.readAt, at) });
}

/** A whole-chat read is one mark on the chat, the latest, never beyond its own arrival. */
export function withChatRead(chat: ChatMemory, event: { at: string; receivedAt: string }): ChatMemory {
  const at = earlierOf(event.at, event.receivedAt);
  return unlessSame(chat, { ...chat, readThroughAt: laterOf(chat.readThroughAt, at) });
}

/** How far an outgoing message got. The chat's mark gives a state, no time. */
export function outgoingState(
  message: { sentAt: string | null; deliveredAt: string | null; readAt: string | null },
  readThroughAt: string | null,
): MessageState {
  const { sentAt } = message;
  const isWithinMark = sentAt !== null && readThroughAt !== null && sentAt <= readThroughAt;
  if (message.readAt !== null || isWithinMark) return "read";
  return message.deliveredAt === null ? "sent" : "delivered";
}
