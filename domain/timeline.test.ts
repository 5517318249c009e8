import fc from "fast-check";
import { expect, test } from "vitest";
import type { Message } from "./inbox";
import { compareShown } from "./message-place";
import { joinPage, leavesGap, toTimeline, type TimelineEntry } from "./timeline";
import { messageOf, ownMessageOf } from "./wire-examples";

const at = (time: string) => `2026-03-02T${time}:00.000Z`;
const ids = (entry: TimelineEntry) =>
  entry.kind === "run" ? entry.messages.map(({ id }) => id) : [`(${entry.message.id})`];
const shown = (messages: Message[], zone = "UTC") =>
  toTimeline(messages, zone).map(({ key, entries }) => [key, entries.map(ids)]);

test("messages of one sender at most five minutes apart are one run", () => {
  const messages = [
    messageOf({ id: "a", sentAt: at("08:00") }),
    messageOf({ id: "b", sentAt: at("08:05") }),
    messageOf({ id: "c", sentAt: "2026-03-02T08:10:00.001Z" }),
    ownMessageOf({ id: "d", sentAt: at("08:11") }),
  ];
  expect(shown(messages)).toEqual([["2026-03-02", [["a", "b"], ["c"], ["d"]]]]);
});

test("a system line stands alone and ends the run", () => {
  const messages = [
    messageOf({ id: "a", sentAt: at("08:00") }),
    messageOf({ id: "s", kind: "system", eventType: 8, sentAt: at("08:01") }),
    messageOf({ id: "b", sentAt: at("08:02") }),
  ];
  expect(shown(messages)).toEqual([["2026-03-02", [["a"], ["(s)"], ["b"]]]]);
});

test("a run ends with the day of the reader's zone", () => {
  const messages = [messageOf({ id: "a", sentAt: at("14:59") }), messageOf({ id: "b", sentAt: at("15:01") })];
  expect(shown(messages, "Asia/Tokyo")).toEqual([
    ["2026-03-02", [["a"]]],
    ["2026-03-03", [["b"]]],
  ]);
  expect(shown(messages)).toEqual([["2026-03-02", [["a", "b"]]]]);
});

test("a page read again is right about its own span, and only about it", () => {
  const [a, b, c, d] = [
    messageOf({ id: "a", sentAt: at("08:00") }),
    messageOf({ id: "b", sentAt: at("08:01") }),
    messageOf({ id: "c", sentAt: at("08:02") }),
    messageOf({ id: "d", sentAt: at("08:03") }),
  ];
  const changed = { ...b, text: "changed" };
  expect(joinPage([a, b, c, d], [changed, d], true)).toEqual([a, changed, d]);
  expect(joinPage([a, b, c, d], [a, changed], false)).toEqual([a, changed, c, d]);
  expect(joinPage([a], [], false)).toEqual([a]);
  expect(joinPage([a], [], true)).toEqual([]);
});

test("a newest page that shares no message with what is known may leave a gap", () => {
  const [a, b] = [messageOf({ id: "a" }), messageOf({ id: "b" })];
  expect(leavesGap([a], [b])).toBe(true);
  expect(leavesGap([a, b], [b])).toBe(false);
  expect(leavesGap([], [b])).toBe(false);
});

test("whatever pages are joined in whatever order, the result is sorted and holds nobody twice", () => {
  const message = fc
    .record({ minute: fc.integer({ min: 0, max: 30 }), id: fc.integer({ min: 0, max: 40 }) })
    .map(({ minute, id }) =>
      messageOf({ id: String(id), externalId: String(id), sentAt: at(`08:${String(minute).padStart(2, "0")}`) }),
    );
  const page = fc.uniqueArray(message, { selector: ({ id }) => id }).map((messages) => messages.sort(compareShown));
  fc.assert(
    fc.property(fc.array(page, { minLength: 1, maxLength: 6 }), (pages) => {
      const joined = pages.reduce<Message[]>((known, items) => joinPage(known, items, false), []);
      expect(new Set(joined.map(({ id }) => id)).size).toBe(joined.length);
      expect([...joined].sort(compareShown)).toEqual(joined);
      for (const { id } of pages.at(-1) ?? []) expect(joined.some((known) => known.id === id)).toBe(true);
    }),
  );
});
