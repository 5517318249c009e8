import fc from "fast-check";
import { expect, test } from "vitest";
import { foldedParts } from "./folding";
import { toTextParts } from "./message-text";

const head = (text: string) =>
  foldedParts(toTextParts(text))
    ?.map(({ shown }) => shown)
    .join("") ?? null;
const lines = (count: number) => Array.from({ length: count }, (_, place) => `line ${String(place + 1)}`).join("\n");

test("a text of ordinary length stands as it is", () => {
  expect(head("")).toBeNull();
  expect(head("word ".repeat(239))).toBeNull();
  expect(head(lines(20))).toBeNull();
});

test("a hundred thousand characters fold to a few hundred, between two words", () => {
  const folded = head("word ".repeat(20_000)) ?? "";
  expect(folded).toMatch(/ word…$/);
  expect(folded.length).toBeLessThanOrEqual(801);
  expect(folded.length).toBeGreaterThan(700);
});

test("many lines fold to twelve", () => {
  expect(head(lines(21))).toBe(`${lines(12)}…`);
  expect(head("\n".repeat(100_000))).toBe("…");
});

test("one endless word is cut between characters as people see them", () => {
  const family = "👩\u200D👩\u200D👧";
  const folded = head(family.repeat(1_000)) ?? "";
  expect(folded.replaceAll(family, "")).toBe("…");
  expect(head(`${"a".repeat(799)}${"é".normalize("NFD")}${"b".repeat(1000)}`)).toBe(`${"a".repeat(799)}…`);
});

test("a link keeps where it leads, wherever the text is cut", () => {
  const address = `https://example.org/${"a".repeat(300)}`;
  const parts = foldedParts(toTextParts(`${"word ".repeat(150)}${address} ${"word ".repeat(150)}`)) ?? [];
  const link = parts.at(-1);
  expect(link).toMatchObject({ href: address, text: address });
  expect(link?.shown).toMatch(/^https:\/\/example\.org\/a+…$/);
});

test("the head is the beginning of the text, whatever the text", () => {
  const pieces = fc.constantFrom(
    "word ",
    "\n",
    "https://a.example/b ",
    "👩\u200D👧",
    "é",
    "\u0301",
    "x".repeat(90),
    "www. ",
  );
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 300, maxLength: 600 }), (list) => {
      const text = list.join("");
      const folded = head(text);
      if (folded === null) return text.length <= 1_200;
      return text.startsWith(folded.replace(/…$/, "").trimEnd()) && folded.length <= 1_000;
    }),
  );
});
