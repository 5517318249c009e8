/** One chat put into a list that is known, between two readings. */
import type { Chat } from "./inbox";
import type { View } from "./inbox-address";
import type { ChatList } from "./list-pages";
import { countThrough, placeInList } from "./list-place";

/** The list with what was just told of one chat, at the place where it stands; the order follows with the next reading. */
export function withChat(list: ChatList, told: Chat): ChatList {
  const index = list.chats.findIndex(({ id }) => id === told.id);
  const known = list.chats[index];
  return known ? { ...list, chats: list.chats.with(index, { ...known, ...told }) } : list;
}

/** The chats with this one at its place; unchanged when it is among them. */
export function withChatAtItsPlace(view: View, chats: readonly Chat[], chat: Chat): readonly Chat[] {
  if (chats.some(({ id }) => id === chat.id)) return chats;
  return chats.toSpliced(countThrough(chats, placeInList(view, chat)), 0, chat);
}
