import fc from "fast-check";
import { expect, test } from "vitest";
import { harmless, harmlessLine, isolated, lineDirection } from "./harmless-text";

test("overrides and embeddings of the reading direction are taken out", () => {
  expect(harmless("invoice \u202Egpj.exe\u202C \u202Ahi\u202B")).toBe("invoice gpj.exe hi");
});

test("isolates stay when each is closed, and all go when one is left open", () => {
  expect(harmless("to \u2068דנה\u2069 now")).toBe("to \u2068דנה\u2069 now");
  expect(harmless("to \u2068דנה now")).toBe("to דנה now");
  expect(harmless("to \u2069 דנה \u2068 now")).toBe("to  דנה  now");
});

test("control characters go, line breaks of every kind become one", () => {
  expect(harmless("a\u0000b\u0008c\u009B31md\te")).toBe("abc31md\te");
  expect(harmless("1\r\n2\r3\n4\u20285\u20296\u00857")).toBe("1\n2\n3\n4\n5\n6\n7");
});

test("what joins letters and emoji stays", () => {
  const text = "می\u200Cخواهم 👩\u200D👩\u200D👧 \u200Fשלום é";
  expect(harmless(text)).toBe(text);
});

test("twice is once, whatever the text", () => {
  const letters = fc.constantFrom("a", "\u202E", "\u2066", "\u2069", "\r", "\n", "\u0007", "ש", "👍");
  fc.assert(fc.property(fc.string({ unit: letters }), (text) => harmless(harmless(text)) === harmless(text)));
});

test("a line has no breaks and no blank ends", () => {
  expect(harmlessLine(" Ana\n\u202E  Ribeiro\t")).toBe("Ana Ribeiro");
});

test("only a name that reads from right to left is set apart", () => {
  expect(isolated("Ana")).toBe("Ana");
  expect(isolated("佐々木")).toBe("佐々木");
  expect(isolated("فاطمة")).toBe("\u2068فاطمة\u2069");
});

test.each([
  ["See you at nine", "ltr"],
  ["\u2068دانة\u2069: See you at nine", "ltr"],
  ["Ben: נתראה בתשע", "ltr"],
  ["👍 נתראה בתשע", "rtl"],
  ["\u2068דנה\u2069: נתראה בתשע", "rtl"],
  ["👍 12", undefined],
])("%j reads as its own words do, whoever says it", (line, direction) => {
  expect(lineDirection(line)).toBe(direction);
});
