/**
 * While a reader has the list in hand, its rows stay where they are: what they show goes on being true, but nothing is put between them
 * and nothing is taken away. What wants to come in is counted, and comes in when the list is let go.
 */
import type { Chat } from "./inbox";
import type { ChatList } from "./list-pages";
import { comparePlaces, countThrough, placeInList } from "./list-place";

/** The rows as they stood when the list was taken in hand; their places are those of then. */
export type HeldRows = readonly Chat[];

export type ShownList = {
  chats: readonly Chat[];
  /** chats with a message for us that are not where they belong, or not shown */
  newCount: number;
};

/** What lies behind the last row is put in hand as well: more of the list was read, or it grew at its end. */
export function heldFurther(list: ChatList, held: HeldRows): HeldRows {
  const ids = new Set(held.map(({ id }) => id));
  const behind = list.chats.slice(firstBehind(list, held)).filter(({ id }) => !ids.has(id));
  return behind.length === 0 ? held : [...held, ...behind];
}

export function shownWhileHeld(list: ChatList, held: HeldRows): ShownList {
  const known = new Map(list.chats.map((chat) => [chat.id, chat]));
  const places = new Map(held.map((chat) => [chat.id, placeInList(list.view, chat)]));
  const isNews = (chat: Chat) => {
    const place = places.get(chat.id);
    const isAhead = place === undefined || comparePlaces(placeInList(list.view, chat), place) < 0;
    return isAhead && chat.lastMessage?.direction === "incoming";
  };
  return {
    chats: held.map((chat) => known.get(chat.id) ?? chat),
    newCount: list.chats.slice(0, firstBehind(list, held)).filter(isNews).length,
  };
}

function firstBehind({ view, chats }: ChatList, held: HeldRows): number {
  const last = held.at(-1);
  return last === undefined ? 0 : countThrough(chats, placeInList(view, last));
}
