import { describe, expect, test } from "vitest";
import { peopleWords, readWords } from "./people-words";
import { messageOf, ownMessageOf } from "./wire-examples";

test.each([
  [["Ana"], "Ana"],
  [["Ana", "Ben"], "Ana and Ben"],
  [["Ana", "Ben", "Chiara"], "Ana, Ben and Chiara"],
  [["Ana", "Ben", "Chiara", "Dan", "Eva"], "Ana, Ben and 3 others"],
  [["Ana", "Unknown"], "Ana and 1 other"],
  [["Unknown", "Ana", "Unknown", "Ben"], "Ana, Ben and 2 others"],
  [["Unknown"], "1 person"],
  [["Unknown", "Unknown"], "2 people"],
  [["فاطمة", "Ben"], "\u2068فاطمة\u2069 and Ben"],
])("%j are %j", (names, words) => {
  expect(peopleWords(names)).toBe(words);
});

describe("three kinds of read", () => {
  const by = (...names: string[]) => names.map((name) => ({ id: name, name, at: null }));

  test("ours is read by people, as far as they are known", () => {
    expect(readWords(ownMessageOf({ state: "delivered" }))).toBeNull();
    expect(readWords(ownMessageOf({ state: "read" }))).toBe("Read");
    expect(readWords(ownMessageOf({ state: "read", readBy: by("Ana Ribeiro") }))).toBe("Read by Ana");
    expect(readWords(ownMessageOf({ state: "read", readBy: by("Ana R", "Ben O", "C", "D", "E") }))).toBe(
      "Read by Ana, Ben and 3 others",
    );
  });

  test("theirs is read on the phone when another device of ours did", () => {
    expect(readWords(messageOf())).toBeNull();
    expect(readWords(messageOf({ readBy: by("Tandem Desk") }))).toBe("Read on the phone");
  });
});
