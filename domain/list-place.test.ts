import { expect, test } from "vitest";
import { comparePlaces, parsePlace, placeInList } from "./list-place";
import { chatOf } from "./wire-examples";

const early = "2026-03-02T08:00:00.000Z";
const late = "2026-03-02T09:00:00.000Z";

test("a place says view, time and id, and is read again", () => {
  const chat = chatOf({ id: "7f", lastActivityAt: late, waitingSince: early });
  expect(placeInList("all", chat)).toBe(`all ${late} 7f`);
  expect(parsePlace(placeInList("waiting", chat))).toEqual({ view: "waiting", at: early, id: "7f" });
  for (const text of ["", "mine a b", "all a", "all a b c"]) expect(parsePlace(text)).toBeNull();
});

test("all chats go by their newest activity, waiting ones by how long they have waited", () => {
  const [a, b] = [chatOf({ id: "a", lastActivityAt: early }), chatOf({ id: "b", lastActivityAt: late })];
  expect(comparePlaces(placeInList("all", a), placeInList("all", b))).toBeGreaterThan(0);
  const [c, d] = [
    { ...b, waitingSince: early },
    { ...a, waitingSince: late },
  ];
  expect(comparePlaces(placeInList("waiting", c), placeInList("waiting", d))).toBeLessThan(0);
});

test("equal times are ordered by id, the greater first among all, the smaller first among the waiting", () => {
  const [a, b] = [chatOf({ id: "a" }), chatOf({ id: "b" })];
  expect(comparePlaces(placeInList("all", a), placeInList("all", b))).toBeGreaterThan(0);
  expect(comparePlaces(placeInList("waiting", a), placeInList("waiting", b))).toBeLessThan(0);
  expect(comparePlaces(placeInList("all", a), placeInList("all", a))).toBe(0);
});
