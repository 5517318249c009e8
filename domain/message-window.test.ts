import fc from "fast-check";
import { expect, test } from "vitest";
import type { Message, MessagePage } from "./inbox";
import { beginning, comparePlaces, compareShown, placeOf } from "./message-place";
import {
  countNew,
  holdsEnd,
  letGo,
  spanQuery,
  windowOf,
  withNewer,
  withOlder,
  withReread,
  type MessageWindow,
  type Span,
} from "./message-window";
import { messageOf, ownMessageOf } from "./wire-examples";

const at = (minute: number, told: Partial<Message> = {}) =>
  messageOf({ id: String(minute), sentAt: new Date(Date.UTC(2026, 2, 2, 8, minute)).toISOString(), ...told });
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, step) => at(from + step));
const ids = ({ messages }: MessageWindow) => messages.map(({ id }) => Number(id));

/** The server's rules for pages, on a list that is at hand. */
const shownOrder = (chat: readonly Message[]) => [...chat].sort(compareShown);
const cursor = (message: Message | undefined) => (message ? placeOf(message) : null);
const isAfter = (message: Message, place: string) => comparePlaces(placeOf(message), place) > 0;
const page = (items: Message[], before: string | null, after: string | null): MessagePage => ({
  items,
  before,
  after,
  unread: null,
});

function newest(chat: readonly Message[], limit: number): MessagePage {
  const all = shownOrder(chat);
  const items = all.slice(-limit);
  return page(items, all.length > limit ? cursor(items[0]) : null, null);
}

function older(chat: readonly Message[], before: string, limit: number): MessagePage {
  const all = shownOrder(chat).filter((message) => comparePlaces(placeOf(message), before) < 0);
  const items = all.slice(-limit);
  return page(items, all.length > limit ? cursor(items[0]) : null, cursor(items.at(-1)));
}

function newer(chat: readonly Message[], after: string, limit: number): MessagePage {
  const all = shownOrder(chat).filter((message) => isAfter(message, after));
  const items = all.slice(0, limit);
  return page(items, cursor(items[0]), all.length > limit ? cursor(items.at(-1)) : null);
}

function span(chat: readonly Message[], asked: Span, limit = Infinity): MessagePage {
  const { from, to } = spanQuery(asked);
  const held = shownOrder(chat).filter(
    (message) => comparePlaces(placeOf(message), from) >= 0 && (to === undefined || !isAfter(message, to)),
  );
  const items = held.slice(0, limit);
  return page(items, asked.before, held.length > limit ? cursor(items.at(-1)) : asked.after);
}

function around(chat: readonly Message[], place: string, limit: number): MessagePage {
  const lower = older(chat, `${place}\u{10ffff}`, limit);
  const upper = newer(chat, place, limit);
  return page([...lower.items, ...upper.items], lower.before, upper.after);
}

test("a page before and a page after join the window, and their cursors become its ends", () => {
  const chat = range(1, 30);
  const middle = windowOf(around(chat, placeOf(at(15)), 3));
  expect(ids(middle)).toEqual([13, 14, 15, 16, 17, 18]);
  const wide = withNewer(withOlder(middle, older(chat, middle.before ?? "", 5)), newer(chat, middle.after ?? "", 50));
  expect(ids(wide).slice(0, 3)).toEqual([8, 9, 10]);
  expect(ids(wide).at(-1)).toBe(30);
  expect(wide).toMatchObject({ before: placeOf(at(8)), after: null });
  expect(holdsEnd(wide)).toBe(true);
});

test("what is let go leaves an end from which it is read again", () => {
  const chat = range(1, 10);
  const kept = letGo(windowOf(newest(chat, 10)), 2, 6);
  expect(ids(kept)).toEqual([3, 4, 5, 6, 7]);
  const back = withNewer(withOlder(kept, older(chat, kept.before ?? "", 50)), newer(chat, kept.after ?? "", 50));
  expect(back).toEqual(windowOf(newest(chat, 10)));
  expect(letGo(back, 0, 9)).toEqual(back);
});

test("a span read again brings news, edits and deletions, and late messages to their place", () => {
  const known = windowOf(newest(range(1, 5), 3));
  const chat = [at(1), at(2), at(3, { text: "changed" }), at(5), at(6), at(4.5, { id: "45" })];
  const fresh = withReread(known, known, span(chat, known));
  expect(ids(fresh)).toEqual([3, 45, 5, 6]);
  expect(fresh.messages[0]?.text).toBe("changed");
  expect(fresh.messages[2]).toBe(known.messages[2]);
});

test("nothing new is the very same window", () => {
  const known = windowOf(newest(range(1, 5), 3));
  const copy = span(range(1, 5), known);
  expect(copy.items[0]).not.toBe(known.messages[0]);
  expect(withReread(known, known, copy)).toBe(known);
});

test("a window that grew while its old span was read keeps what it grew by", () => {
  const chat = range(1, 20);
  const small = windowOf(around(chat, placeOf(at(10)), 2));
  const grown = withNewer(small, newer(chat, small.after ?? "", 5));
  expect(withReread(grown, small, span(chat, small))).toBe(grown);
});

test("an answer that was cut ends the window where it ends, so that no hole is shown", () => {
  const known = windowOf(newest(range(1, 4), 4));
  const cut = withReread(known, known, span([...range(1, 2), ...range(30, 50), at(59)], known, 10));
  expect(ids(cut)).toEqual([1, 2, 30, 31, 32, 33, 34, 35, 36, 37]);
  expect(cut.after).toBe(placeOf(at(37)));
});

test("a message that gets another place stands once", () => {
  const known = windowOf(newest(range(1, 5), 5));
  const moved = [at(1), at(3), at(4), at(5), at(9, { id: "2" })];
  expect(ids(withReread(known, known, span(moved, known)))).toEqual([1, 3, 4, 5, 2]);
});

test("a window without a beginning is read from before every message", () => {
  expect(spanQuery({ before: null, after: null })).toEqual({ from: beginning });
  expect(spanQuery({ before: "a", after: "b" })).toEqual({ from: "a", to: "b" });
});

test("new is what came from them beyond the place that was seen", () => {
  const messages = [at(1), at(2), ownMessageOf({ id: "3", sentAt: at(3).sentAt }), at(4)];
  expect(countNew(messages, placeOf(at(1)))).toBe(2);
  expect(countNew(messages, placeOf(at(4)))).toBe(0);
});

type Step =
  | { kind: "older" | "newer" | "to the end" | "reread" | "late answer" }
  | { kind: "jump"; minute: number }
  | { kind: "let go"; first: number; count: number }
  | { kind: "news"; message: Message };

const minute = fc.integer({ min: 0, max: 240 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom<Step>(
    { kind: "older" },
    { kind: "newer" },
    { kind: "to the end" },
    { kind: "reread" },
    { kind: "late answer" },
  ),
  fc.record({ kind: fc.constant("jump" as const), minute }),
  fc.record({ kind: fc.constant("let go" as const), first: fc.nat(12), count: fc.integer({ min: 1, max: 12 }) }),
  fc.record({
    kind: fc.constant("news" as const),
    message: fc
      .tuple(minute, fc.nat(60), fc.constantFrom("as it was", "edited"))
      .map(([when, id, text]) => at(when, { id: `m-${String(id)}`, externalId: `m-${String(id)}`, text })),
  }),
);

type Run = { chat: Message[]; window: MessageWindow; pending: { asked: MessageWindow; page: MessagePage } | null };

function take({ chat, window, pending }: Run, one: Step): Run {
  const { before, after } = window;
  switch (one.kind) {
    case "older":
      return { chat, pending, window: before === null ? window : withOlder(window, older(chat, before, 4)) };
    case "newer":
      return { chat, pending, window: after === null ? window : withNewer(window, newer(chat, after, 4)) };
    case "to the end":
      return { chat, pending: null, window: windowOf(newest(chat, 4)) };
    case "jump":
      return { chat, pending: null, window: windowOf(around(chat, placeOf(at(one.minute)), 4)) };
    case "let go":
      return { chat, pending, window: letGo(window, one.first, one.first + one.count - 1) };
    case "news":
      return { chat: [...chat.filter(({ id }) => id !== one.message.id), one.message], pending, window };
    case "reread":
      return { chat, window, pending: { asked: window, page: span(chat, window) } };
    case "late answer":
      return { chat, pending: null, window: pending ? withReread(window, pending.asked, pending.page) : window };
  }
}

function expectOrdered({ messages }: MessageWindow): void {
  expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
  expect(shownOrder(messages)).toEqual(messages);
}

test("whatever is read, let go and written in whatever order, the window ends as a fresh read of its span", () => {
  let longest = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const start = range(0, 40);
      let run: Run = { chat: start, window: windowOf(newest(start, 4)), pending: null };
      for (const one of steps) {
        run = take(run, one);
        expectOrdered(run.window);
      }
      const { chat, window } = run;
      longest = Math.max(longest, window.messages.length);
      const fresh = withReread(window, window, span(chat, window));
      expect(fresh.messages).toEqual(span(chat, window).items);
      expect([fresh.before, fresh.after]).toEqual([window.before, window.after]);
    }),
    { numRuns: 500 },
  );
  expect(longest).toBeGreaterThan(8);
});
