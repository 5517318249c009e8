/**
 * A place in the list, as text: the view, the time by which it is ordered, the chat's id. Cursors of pages are places, so whoever holds a
 * chat can read on from it.
 */
import type { Chat } from "./inbox";
import { views, type View } from "./inbox-address";

/** "all 2026-03-02T08:15:00.000Z 7f…" */
export function placeInList(view: View, { id, lastActivityAt, waitingSince }: Chat): string {
  const at = view === "waiting" ? (waitingSince ?? lastActivityAt) : lastActivityAt;
  return `${view} ${at} ${id}`;
}

export type Place = { view: View; at: string; id: string };

/** Null for what has not the shape of a place; whether time and id are any is the reader's to check. */
export function parsePlace(text: string): Place | null {
  const [word, at, id, ...rest] = text.split(" ");
  const view = views.find((one) => one === word);
  if (view === undefined || at === undefined || id === undefined || rest.length > 0) return null;
  return { view, at, id };
}

/** In the order of the list: of all chats the newest activity first, of the waiting ones the longest waiting. Both of one view. */
export function comparePlaces(left: string, right: string): number {
  const forwards = left < right ? -1 : left > right ? 1 : 0;
  return left.startsWith("all ") ? 0 - forwards : forwards;
}

/** How many of these chats, which are in order, stand at the place or before it. */
export function countThrough(chats: readonly Chat[], place: string): number {
  const { view = "all" } = parsePlace(place) ?? {};
  let [low, high] = [0, chats.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const chat = chats[middle];
    if (chat && comparePlaces(placeInList(view, chat), place) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
