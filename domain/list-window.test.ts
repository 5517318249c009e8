import fc from "fast-check";
import { expect, test } from "vitest";
import { isNearEnd, isSameStep, rowAfter, rowsInView, rowsOfPage, rowsToDraw, scrollTopToShow } from "./list-window";

const rows = { count: 5_000, height: 52 };
const box = (scrollTop: number) => ({ scrollTop, height: 780 });

test("at the top, in the middle and at the end the rows in view are drawn, and a few beside them", () => {
  expect(rowsInView(box(0), rows)).toEqual({ first: 0, end: 15 });
  expect(rowsToDraw(box(0), rows)).toEqual({ first: 0, end: 24 });
  expect(rowsToDraw(box(52_000), rows)).toEqual({ first: 992, end: 1_024 });
  expect(rowsToDraw(box(5_000 * 52 - 780), rows)).toEqual({ first: 4_976, end: 5_000 });
});

test("wherever it is scrolled, everything in view is drawn and the number of rows is bounded", () => {
  fc.assert(
    fc.property(fc.nat(6_000), fc.integer({ min: -200, max: 400_000 }), (count, scrollTop) => {
      const known = { count, height: 72 };
      const [seen, drawn] = [rowsInView(box(scrollTop), known), rowsToDraw(box(scrollTop), known)];
      expect(drawn.first).toBeLessThanOrEqual(seen.first);
      expect(drawn.end).toBeGreaterThanOrEqual(seen.end);
      expect(drawn.end).toBeLessThanOrEqual(count);
      expect(drawn.end - drawn.first).toBeLessThanOrEqual(40);
    }),
  );
});

test("within a step nothing is drawn anew, and everything in view is drawn all the same", () => {
  expect(isSameStep(box(0), box(4 * 52 - 1), 52)).toBe(true);
  expect(isSameStep(box(0), box(4 * 52), 52)).toBe(false);
  expect(isSameStep(box(0), { scrollTop: 0, height: 700 }, 52)).toBe(false);
  const drawn = rowsToDraw(box(1_000 * 52), rows);
  expect(rowsInView(box(1_004 * 52 - 1), rows).end).toBeLessThanOrEqual(drawn.end);
});

test("a row is brought into view by as little scrolling as does it", () => {
  expect(scrollTopToShow(3, box(0), rows)).toBe(0);
  expect(scrollTopToShow(15, box(0), rows)).toBe(16 * 52 - 780);
  expect(scrollTopToShow(10, box(2_000), rows)).toBe(520);
});

test("a page is what fits, less the row that stays in view, and at least one", () => {
  expect(rowsOfPage(box(0), rows)).toBe(14);
  expect(rowsOfPage({ scrollTop: 0, height: 60 }, rows)).toBe(1);
});

test("the next page is read before its place comes into view", () => {
  expect(isNearEnd({ first: 0, end: 24 }, 50)).toBe(false);
  expect(isNearEnd({ first: 12, end: 40 }, 50)).toBe(true);
});

test("the arrows, Home, End and the page keys go as far as there are rows", () => {
  const list = { count: 30, pageRows: 14 };
  const from = (row: number, step: Parameters<typeof rowAfter>[0]) => rowAfter(step, row, list);
  expect([from(3, "next"), from(3, "previous"), from(3, "first"), from(3, "last")]).toEqual([4, 2, 0, 29]);
  expect([from(3, "page-down"), from(20, "page-down"), from(20, "page-up")]).toEqual([17, 29, 6]);
  expect([from(0, "previous"), from(29, "next"), from(0, "first")]).toEqual([null, null, null]);
  expect([from(-1, "next"), from(-1, "previous"), from(-1, "last")]).toEqual([0, 0, 29]);
  expect(rowAfter("next", -1, { count: 0, pageRows: 1 })).toBeNull();
});
