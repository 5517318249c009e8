import { describe, expect, test } from "vitest";
import { isZoomed, panned, strokeOf, toggledAt, whole, zoomedAt } from "./picture-zoom";

const bounds = { stage: { width: 1000, height: 600 }, picture: { width: 800, height: 600 } };

describe("zooming", () => {
  test("keeps the place under the pointer", () => {
    const at = { x: 100, y: -50 };
    const view = zoomedAt(whole, 2, { at, bounds });
    expect(view).toEqual({ scale: 2, x: -100, y: 50 });
    expect((at.x - view.x) / view.scale).toBe(at.x);
  });

  test("shows no ground beside the picture that need not be there", () => {
    expect(zoomedAt(whole, 2, { at: { x: 400, y: 300 }, bounds })).toEqual({ scale: 2, x: -300, y: -300 });
  });

  test("ends at eight times, and at the whole picture in its middle", () => {
    expect(zoomedAt({ scale: 6, x: 0, y: 0 }, 3, { at: whole, bounds }).scale).toBe(8);
    expect(zoomedAt({ scale: 1.2, x: 30, y: 10 }, 0.5, { at: whole, bounds })).toEqual(whole);
  });

  test("goes in by a double click and out by the next", () => {
    const near = toggledAt(whole, { x: 0, y: 0 }, bounds);
    expect(isZoomed(near)).toBe(true);
    expect(toggledAt(near, { x: 50, y: 50 }, bounds)).toEqual(whole);
  });
});

describe("moving", () => {
  test("stops at the picture's edges", () => {
    const near = { scale: 2, x: 0, y: 0 };
    expect(panned(near, { x: 40, y: -20 }, bounds)).toEqual({ scale: 2, x: 40, y: -20 });
    expect(panned(near, { x: 5000, y: -5000 }, bounds)).toEqual({ scale: 2, x: 300, y: -300 });
  });

  test("a picture that is seen whole stays", () => {
    expect(panned(whole, { x: 40, y: 40 }, bounds)).toEqual(whole);
  });
});

test.each([
  [{ x: -80, y: 10 }, "next"],
  [{ x: 80, y: -10 }, "previous"],
  [{ x: 10, y: 120 }, "close"],
  [{ x: 20, y: 10 }, null],
  [{ x: 80, y: 80 }, null],
  [{ x: 0, y: -200 }, null],
] as const)("a stroke of %o means %j", (by, meaning) => {
  expect(strokeOf(by)).toBe(meaning);
});
