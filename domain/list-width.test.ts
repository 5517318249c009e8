import { expect, test } from "vitest";
import { listWidthCookie, parseListWidth, widthAfter, withinBounds } from "./list-width";

test("a width is kept and read again, within its bounds", () => {
  expect(listWidthCookie(412)).toMatch(/^listWidth=412; path=\/; /);
  expect(parseListWidth("412")).toBe(412);
  expect([parseListWidth("99"), parseListWidth("9999"), withinBounds(300.6)]).toEqual([280, 480, 301]);
  for (const nonsense of [undefined, "", "-1", "1e3", "wide"]) expect(parseListWidth(nonsense)).toBe(340);
});

test("the arrows move the edge by steps, Home and End to its bounds", () => {
  expect([widthAfter("ArrowRight", 340), widthAfter("ArrowLeft", 340)]).toEqual([356, 324]);
  expect([widthAfter("ArrowRight", 475), widthAfter("Home", 340), widthAfter("End", 340)]).toEqual([480, 280, 480]);
  expect(widthAfter("Enter", 340)).toBeNull();
});
