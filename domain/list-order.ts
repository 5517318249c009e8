/** The order of the list, for a row that stays while its chat is open although the filter no longer holds it. */
import type { Chat } from "./inbox";

/** Newest activity first, then the greater id: as the server orders. */
export function compareListed(one: Chat, other: Chat): number {
  if (one.lastActivityAt !== other.lastActivityAt) return one.lastActivityAt > other.lastActivityAt ? -1 : 1;
  return one.id > other.id ? -1 : one.id === other.id ? 0 : 1;
}

/** The list with this chat at its place; unchanged when it is in it. */
export function withChatAtItsPlace(chats: readonly Chat[], chat: Chat): readonly Chat[] {
  if (chats.some(({ id }) => id === chat.id)) return chats;
  const place = chats.findIndex((other) => compareListed(chat, other) < 0);
  return place === -1 ? [...chats, chat] : chats.toSpliced(place, 0, chat);
}
