/**
 * The part of a conversation that a page holds: everything between two places, so that it never has a hole. It grows by a page at either
 * end, lets go of what is far from the reader, and is read again as a whole; what was read late or twice ends in the same window.
 */
import type { Message, MessagePage } from "./inbox";
import { beginning, comparePlaces, compareShown, placeOf } from "./message-place";

/** Two places, both included; null is the end of the conversation on that side. */
export type Span = { before: string | null; after: string | null };
/** `messages` is all that the span holds, oldest first. */
export type MessageWindow = Span & { messages: readonly Message[] };

export function windowOf({ items, before, after }: MessagePage): MessageWindow {
  return { messages: items, before, after };
}

export const holdsEnd = ({ after }: Span) => after === null;

/** The query that reads a span as a whole. */
export function spanQuery({ before, after }: Span): { from: string; to?: string } {
  return { from: before ?? beginning, ...(after !== null && { to: after }) };
}

/** The page that was read before the window's beginning. */
export function withOlder(known: MessageWindow, page: MessagePage): MessageWindow {
  return { messages: joined(known.messages, page.items), before: page.before, after: known.after };
}

/** The page that was read after the window's end. */
export function withNewer(known: MessageWindow, page: MessagePage): MessageWindow {
  return { messages: joined(known.messages, page.items), before: known.before, after: page.after };
}

/**
 * A span as read just now: what it says about its places is right, and what it no longer holds is gone. An answer that ends before it
 * was `asked` to was cut, so the window ends there too; an answer that reaches beyond the window tells nothing about what lies there.
 */
export function withReread(known: MessageWindow, asked: Span, page: MessagePage): MessageWindow {
  const isCut = page.after !== null && page.after !== asked.after;
  const bounds: Span = isCut ? { before: known.before, after: page.after } : known;
  const outside = known.messages.filter((message) => isWithin(bounds, message) && !isWithin(page, message));
  const inside = page.items.filter((message) => isWithin(bounds, message));
  const messages = joined(outside, inside.map(asKnown(known.messages)));
  const isSame = messages.length === known.messages.length && messages.every((one, at) => one === known.messages[at]);
  return isSame && bounds.after === known.after ? known : { ...bounds, messages, before: known.before };
}

/** The messages from `first` to `last`, two places in the window's list; the rest can be read again. */
export function letGo(known: MessageWindow, first: number, last: number): MessageWindow {
  const messages = known.messages.slice(first, last + 1);
  const [start, end] = [messages[0], messages.at(-1)];
  if (!start || !end) return known;
  return {
    messages,
    before: first <= 0 ? known.before : placeOf(start),
    after: last >= known.messages.length - 1 ? known.after : placeOf(end),
  };
}

/** Messages of theirs beyond a place. */
export function countNew(messages: readonly Message[], seen: string): number {
  return messages.filter((one) => one.direction === "incoming" && comparePlaces(placeOf(one), seen) > 0).length;
}

/** Where a place lies, seen from a span. */
export function sideOf({ before, after }: Span, place: string): "before" | "within" | "after" {
  if (before !== null && comparePlaces(place, before) < 0) return "before";
  return after === null || comparePlaces(place, after) <= 0 ? "within" : "after";
}

const isWithin = (span: Span, message: Message) => sideOf(span, placeOf(message)) === "within";

/** What was read later counts; a message that moved stands once. */
function joined(known: readonly Message[], read: readonly Message[]): Message[] {
  const ids = new Set(read.map(({ id }) => id));
  return [...known.filter(({ id }) => !ids.has(id)), ...read].sort(compareShown);
}

/** An unchanged message stays the very same object, so that nothing is drawn again. */
function asKnown(known: readonly Message[]): (read: Message) => Message {
  const byId = new Map(known.map((message) => [message.id, message]));
  return (read) => {
    const same = byId.get(read.id);
    return same && (same === read || JSON.stringify(same) === JSON.stringify(read)) ? same : read;
  };
}
