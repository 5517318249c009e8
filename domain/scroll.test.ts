import { expect, test } from "vitest";
import { isNearEnd, isNearStart, isPinned, keptRange, scrollTopAfter, standingTop } from "./scroll";

const viewport = (scrollTop: number) => ({ scrollTop, height: 600, contentHeight: 3000 });

test("within 80 px of the end the reader follows, beyond not", () => {
  expect(isPinned(viewport(2400))).toBe(true);
  expect(isPinned(viewport(2320))).toBe(true);
  expect(isPinned(viewport(2319))).toBe(false);
});

test("more is asked for one and a half screens before either end", () => {
  expect(isNearStart(viewport(900))).toBe(true);
  expect(isNearStart(viewport(901))).toBe(false);
  expect(isNearEnd(viewport(1500))).toBe(true);
  expect(isNearEnd(viewport(1499))).toBe(false);
});

test("a follower goes to the end, whatever was added", () => {
  expect(scrollTopAfter({ scrollTop: 2400, height: 600, contentHeight: 3500 }, true, null)).toBe(2900);
});

test("what is being read keeps its pixel when something comes above it", () => {
  expect(scrollTopAfter(viewport(100), false, { before: { top: 40 }, now: { top: 1040 } })).toBe(1100);
});

test("nothing moves when something comes below, or when the message is gone", () => {
  expect(scrollTopAfter(viewport(100), false, { before: { top: 40 }, now: { top: 40 } })).toBe(100);
  expect(scrollTopAfter(viewport(100), false, null)).toBe(100);
});

test("what is shown on purpose stands clear of the label, however tall it is", () => {
  expect(standingTop("a quarter down", 800, 30)).toBe(200);
  expect(standingTop("in the middle", 800, 100)).toBe(350);
  expect(standingTop("in the middle", 800, 2000)).toBe(standingTop("under the label", 800, 2000));
});

/** `count` messages of 40 px; the viewport begins at the message numbered `at`. */
const extents = (count: number, at: number) =>
  Array.from({ length: count }, (_, place) => ({ top: (place - at) * 40, bottom: (place - at + 1) * 40 }));

test("what is more than three screens away is let go", () => {
  expect(keptRange(extents(190, 10), 600, false)).toEqual({ first: 0, last: 70 });
  expect(keptRange(extents(190, 150), 600, false)).toEqual({ first: 104, last: 189 });
});

test("few messages all stay, and in the middle of a scroll many do", () => {
  expect(keptRange(extents(120, 0), 600, false)).toBeNull();
  expect(keptRange(extents(200, 0), 600, true)).toBeNull();
  expect(keptRange(extents(201, 0), 600, true)).toEqual({ first: 0, last: 60 });
});

test("nothing is let go for a handful of messages", () => {
  expect(keptRange(extents(130, 60), 900, false)).toBeNull();
});

test("what is kept reaches further than where reading on begins", () => {
  for (const height of [400, 900, 1600]) {
    const all = extents(400, 200);
    const kept = keptRange(all, height, false);
    expect(kept).not.toBeNull();
    expect(all[kept!.first]!.top).toBeLessThan(-1.5 * height);
    expect(all[kept!.last]!.bottom - height).toBeGreaterThan(1.5 * height);
  }
});
