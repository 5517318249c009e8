import fc from "fast-check";
import { expect, test } from "vitest";
import type { Message } from "./inbox";
import { compareShown, placeOf } from "./message-place";
import { toTimeline, type TimelineLine } from "./timeline";
import { messageOf, ownMessageOf } from "./wire-examples";

const at = (time: string) => `2026-03-02T${time}:00.000Z`;

/** "[a b] (s) | [c]": a run in brackets, a system line in parentheses, the divider as a bar. */
const signs = (line: TimelineLine) => {
  if (line.kind === "divider") return "|";
  if (line.kind === "system") return `(${line.message.id})`;
  return `${line.isFirst ? "[" : ""}${line.message.id}${line.isLast ? "]" : ""}`;
};
const shown = (messages: Message[], zone = "UTC", dividerAt: string | null = null) =>
  toTimeline(messages, zone, dividerAt).map(({ key, lines }) => `${key} ${lines.map(signs).join(" ")}`);

test("messages of one sender at most five minutes apart are one run", () => {
  const messages = [
    messageOf({ id: "a", sentAt: at("08:00") }),
    messageOf({ id: "b", sentAt: at("08:05") }),
    messageOf({ id: "c", sentAt: "2026-03-02T08:10:00.001Z" }),
    ownMessageOf({ id: "d", sentAt: at("08:11") }),
  ];
  expect(shown(messages)).toEqual(["2026-03-02 [a b] [c] [d]"]);
});

test("a system line stands alone and ends the run", () => {
  const messages = [
    messageOf({ id: "a", sentAt: at("08:00") }),
    messageOf({ id: "s", kind: "system", eventType: 8, sentAt: at("08:01") }),
    messageOf({ id: "b", sentAt: at("08:02") }),
  ];
  expect(shown(messages)).toEqual(["2026-03-02 [a] (s) [b]"]);
});

test("a run ends with the day of the reader's zone", () => {
  const messages = [messageOf({ id: "a", sentAt: at("14:59") }), messageOf({ id: "b", sentAt: at("15:01") })];
  expect(shown(messages, "Asia/Tokyo")).toEqual(["2026-03-02 [a]", "2026-03-03 [b]"]);
  expect(shown(messages)).toEqual(["2026-03-02 [a b]"]);
});

test("the divider stands before what is new and ends a run", () => {
  const [a, b, c] = ["08:00", "08:01", "08:02"].map((time) => messageOf({ id: time, sentAt: at(time) }));
  const messages = [a!, b!, c!];
  expect(shown(messages, "UTC", placeOf(b!))).toEqual(["2026-03-02 [08:00] | [08:01 08:02]"]);
  expect(shown(messages, "UTC", placeOf(a!))).toEqual(["2026-03-02 | [08:00 08:01 08:02]"]);
});

test("the divider stays where it is when its message goes, and when something comes in before it", () => {
  const [a, b, c] = ["08:00", "08:02", "08:03"].map((time) => messageOf({ id: time, sentAt: at(time) }));
  const late = messageOf({ id: "late", sentAt: at("08:01") });
  expect(shown([a!, late, c!], "UTC", placeOf(b!))).toEqual(["2026-03-02 [08:00 late] | [08:03]"]);
});

test("the divider stands once, also before the first message of a day", () => {
  const [a, b] = [messageOf({ id: "a", sentAt: at("14:59") }), messageOf({ id: "b", sentAt: at("15:01") })];
  const c = messageOf({ id: "c", sentAt: "2026-03-04T08:00:00.000Z" });
  expect(shown([a, b, c], "Asia/Tokyo", placeOf(b))).toEqual(["2026-03-02 [a]", "2026-03-03 | [b]", "2026-03-04 [c]"]);
});

test("every message is shown once and in its order, every run is closed, and there is one divider at most", () => {
  const message = fc
    .record({
      minute: fc.integer({ min: 0, max: 3000 }),
      id: fc.nat(400),
      isOurs: fc.boolean(),
      isSystem: fc.boolean(),
    })
    .map(({ minute, id, isOurs, isSystem }) =>
      (isOurs ? ownMessageOf : messageOf)({
        id: String(id),
        externalId: String(id),
        kind: isSystem ? "system" : "message",
        sentAt: new Date(Date.UTC(2026, 2, 2, 8, minute)).toISOString(),
      }),
    );
  const conversation = fc.uniqueArray(message, { selector: ({ id }) => id }).map((all) => all.sort(compareShown));
  fc.assert(
    fc.property(conversation, message, (messages, divider) => {
      const lines = toTimeline(messages, "UTC", placeOf(divider)).flatMap((day) => day.lines);
      const ids = lines.flatMap((line) => (line.kind === "divider" ? [] : [line.message.id]));
      expect(ids).toEqual(messages.map(({ id }) => id));
      const hasNew = messages.some((one) => compareShown(one, divider) >= 0);
      expect(lines.filter(({ kind }) => kind === "divider")).toHaveLength(hasNew ? 1 : 0);
      const text = lines.map(signs).join(" ");
      expect(text.replaceAll(/\[[^[\]|()]*\]|\(\d+\)|\|/g, "").trim()).toBe("");
    }),
  );
});
