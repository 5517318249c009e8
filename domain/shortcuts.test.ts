import { expect, test } from "vitest";
import { commandFor, neighbour, shortcutFor, shortcuts, type KeyPress } from "./shortcuts";

const press = (told: Partial<KeyPress>): KeyPress => ({
  key: "j",
  code: "KeyJ",
  hasModifier: false,
  isShift: false,
  isComposing: false,
  isTyping: false,
  ...told,
});

test("no key means two things", () => {
  const keys = shortcuts.flatMap((shortcut) => shortcut.keys);
  expect(keys.length).toBeGreaterThan(5);
  expect(new Set(keys).size).toBe(keys.length);
});

test("letters work on a keyboard without Latin letters, by their place", () => {
  expect(commandFor(press({ key: "о", code: "KeyJ" }))).toBe("next-chat");
  expect(commandFor(press({ key: "Г", code: "KeyU", isShift: true }))).toBe("mark-unread");
});

test("on another Latin layout the letter counts, not its place", () => {
  expect(commandFor(press({ key: "j", code: "KeyC" }))).toBe("next-chat");
  expect(commandFor(press({ key: "h", code: "KeyJ" }))).toBeNull();
});

test("nothing happens while somebody types, composes or holds a modifier", () => {
  expect(commandFor(press({}))).toBe("next-chat");
  expect(commandFor(press({ isTyping: true }))).toBeNull();
  expect(commandFor(press({ isComposing: true }))).toBeNull();
  expect(commandFor(press({ hasModifier: true }))).toBeNull();
});

test("every command has its key to show", () => {
  expect(shortcutFor("mark-unread").shown).toBe("⇧U");
  expect(shortcutFor("next-unread").shown).toBe("⇧N");
});

test("the neighbour of a row ends at the list's ends, and from outside it is the first row", () => {
  const rows = ["a", "b", "c"];
  expect(neighbour(rows, "a", 1)).toBe("b");
  expect(neighbour(rows, "c", 1)).toBeNull();
  expect(neighbour(rows, "a", -1)).toBeNull();
  expect(neighbour(rows, null, 1)).toBe("a");
  expect(neighbour(rows, "gone", 1)).toBe("a");
  expect(neighbour([], null, 1)).toBeNull();
});
