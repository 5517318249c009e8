import { expect, test } from "vitest";
import { isNearStart, isPinned, scrollTopAfter } from "./scroll";

const viewport = (scrollTop: number) => ({ scrollTop, height: 600, contentHeight: 3000 });

test("within 80 px of the end the reader follows, beyond not", () => {
  expect(isPinned(viewport(2400))).toBe(true);
  expect(isPinned(viewport(2320))).toBe(true);
  expect(isPinned(viewport(2319))).toBe(false);
});

test("older messages are asked for one and a half screens before the start", () => {
  expect(isNearStart(viewport(900))).toBe(true);
  expect(isNearStart(viewport(901))).toBe(false);
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
