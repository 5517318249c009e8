/**
 * The list as it is folded from the pages that were read. A page says of one stretch of the list which chats lie there, and that no
 * other does; what it says replaces whatever was known of that stretch. Rows go by the ids of their chats, so that none stands twice,
 * however chats move between two readings.
 */
import type { Chat, ChatPage, ViewCounts } from "./inbox";
import type { View } from "./inbox-address";
import { comparePlaces, countThrough, placeInList } from "./list-place";

export type ChatList = {
  /** where its first page is read: what tells one list from another */
  of: string;
  view: View;
  counts: ViewCounts | null;
  /** in order, without doubles */
  chats: readonly Chat[];
  /** the place up to which the list is known; null when that is all of it */
  end: string | null;
};

/** `after` is the place after which the page was asked for, null for the first one. */
export type PageRead = { after: string | null; page: ChatPage };

export function listOf(of: string, view: View, page: ChatPage): ChatList {
  return withPage({ of, view, counts: null, chats: [], end: null }, { after: null, page });
}

/** The same list when the page says nothing new, and the same chats where it says nothing new of them. */
export function withPage(list: ChatList, { after, page }: PageRead): ChatList {
  const from = after === null ? 0 : countThrough(list.chats, after);
  const to = page.nextCursor === null ? list.chats.length : countThrough(list.chats, page.nextCursor);
  const items = withKnown(list.chats, page.items);
  const counts = isSame(list.counts, page.counts) ? list.counts : (page.counts ?? list.counts);
  const end = endWith(list, page.nextCursor, to);
  const isUnchanged = to - from === items.length && items.every((chat, index) => chat === list.chats[from + index]);
  if (isUnchanged && counts === list.counts && end === list.end) return list;
  const ids = new Set(items.map(({ id }) => id));
  const isElsewhere = ({ id }: Chat) => !ids.has(id);
  const before = list.chats.slice(0, from).filter(isElsewhere);
  const behind = list.chats.slice(Math.max(from, to)).filter(isElsewhere);
  return { ...list, counts, end, chats: [...before, ...items, ...behind] };
}

/** Whether the newest page joins what is known: else as much as fits between the two was missed, and the next page is worth reading. */
export function isJoined(list: ChatList, page: ChatPage): boolean {
  const { view, chats, end } = list;
  if (page.nextCursor === null || chats.length === 0) return true;
  if (end !== null && comparePlaces(page.nextCursor, end) >= 0) return true;
  const known = knownAmong(chats, page.items);
  return page.items.some((item) => {
    const chat = known.get(item.id);
    return chat !== undefined && placeInList(view, chat) === placeInList(view, item);
  });
}

/** A page that ends beyond all that is known of a list tells that it goes on. */
function endWith({ end, chats }: ChatList, nextCursor: string | null, to: number): string | null {
  if (nextCursor === null) return null;
  if (end === null) return to === chats.length ? nextCursor : null;
  return comparePlaces(nextCursor, end) > 0 ? nextCursor : end;
}

function withKnown(chats: readonly Chat[], items: readonly Chat[]): readonly Chat[] {
  const known = knownAmong(chats, items);
  return items.map((item) => {
    const chat = known.get(item.id);
    return chat !== undefined && isSame(chat, item) ? chat : item;
  });
}

function knownAmong(chats: readonly Chat[], items: readonly Chat[]): Map<string, Chat> {
  const ids = new Set(items.map(({ id }) => id));
  return new Map(chats.filter(({ id }) => ids.has(id)).map((chat) => [chat.id, chat]));
}

/** Of things from the wire: both say the same. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
