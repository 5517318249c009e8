import { expect, test } from "vitest";
import { shownShortcuts } from "./shortcut-words";
import { commandFor, shortcuts, shownKeyOf, type KeyPress, type Listening } from "./shortcuts";

const press = (told: Partial<KeyPress>): KeyPress => ({
  key: "j",
  code: "KeyJ",
  hasModifier: false,
  isShift: false,
  isComposing: false,
  isTyping: false,
  ...told,
});

const on: Listening = { place: "everywhere", hasLetterKeys: true };
const command = (told: Partial<KeyPress>, listening: Partial<Listening> = {}) =>
  commandFor(press(told), { ...on, ...listening });

test.each(["everywhere", "list", "messages"] as const)(
  "no key means two things %s, and each command stands there once",
  (place) => {
    const keys = shortcuts.flatMap((shortcut) => shortcut.keys[place] ?? []);
    expect(keys.length).toBeGreaterThan(2);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(shortcuts.map((shortcut) => shortcut.command)).size).toBe(shortcuts.length);
  },
);

test("letters and signs work on a keyboard without Latin letters, by their place", () => {
  expect(command({ key: "о", code: "KeyJ" })).toBe("next-chat");
  expect(command({ key: "Г", code: "KeyU", isShift: true })).toBe("mark-unread");
  expect(command({ key: "х", code: "BracketLeft" })).toBe("previous-in-chat");
  expect(command({ key: "؟", code: "Slash", isShift: true })).toBe("show-keys");
});

test("on another Latin layout the letter counts, not its place", () => {
  expect(command({ key: "j", code: "KeyC" })).toBe("next-chat");
  expect(command({ key: "h", code: "KeyJ" })).toBeNull();
  expect(command({ key: "?", code: "Minus", isShift: true })).toBe("show-keys");
});

test("nothing happens while somebody types, composes or holds a modifier", () => {
  expect(command({})).toBe("next-chat");
  expect(command({ isTyping: true })).toBeNull();
  expect(command({ isComposing: true })).toBeNull();
  expect(command({ hasModifier: true })).toBeNull();
});

test("characters can be switched off, also by their place; Escape, Enter and the arrows stay", () => {
  const off = { hasLetterKeys: false };
  for (const key of shortcuts.flatMap(({ keys }) => keys.everywhere ?? []).filter(({ length }) => length === 1))
    expect([key, command({ key }, off)]).toEqual([key, null]);
  expect(command({ key: "о", code: "KeyJ" }, off)).toBeNull();
  expect(command({ key: "Escape", code: "Escape" }, off)).toBe("close-chat");
  expect(command({ key: "ArrowDown", code: "ArrowDown" }, { ...off, place: "list" })).toBe("next-chat");
});

test("the arrows belong to the list, and letters do not work twice there", () => {
  expect(command({ key: "ArrowDown", code: "ArrowDown" })).toBeNull();
  expect(command({ key: "ArrowUp", code: "ArrowUp" }, { place: "list" })).toBe("previous-chat");
  expect(command({}, { place: "list" })).toBeNull();
});

test("a message has its own keys, and what stands in it keeps all but Escape", () => {
  const arrow = { key: "ArrowDown", code: "ArrowDown" };
  expect(command(arrow, { place: "messages" })).toBe("next-message");
  expect(command(arrow, { place: "message" })).toBeNull();
  expect(command({ key: "Escape", code: "Escape" }, { place: "message" })).toBe("out-of-message");
  expect(command({ key: "Escape", code: "Escape" }, { place: "messages" })).toBeNull();
});

test("a large picture has its own keys, also where plus needs Shift", () => {
  const picture = { place: "picture" } as const;
  expect(command({ key: "ArrowRight", code: "ArrowRight" }, picture)).toBe("next-picture");
  expect(command({ key: "+", code: "BracketRight" }, picture)).toBe("zoom-in");
  expect(command({ key: "=", code: "Equal" }, picture)).toBe("zoom-in");
  expect(command({ key: "j" }, picture)).toBeNull();
  expect(command({ key: "-", code: "Minus" })).toBeNull();
});

test("what is shown is what works: every key of the table, and no other", () => {
  const shown = shownShortcuts(true).flatMap(({ lines }) => lines.flatMap(({ keys }) => keys));
  const handled = shortcuts.flatMap(({ keys }) => Object.values(keys).flat());
  expect(shown).toHaveLength(handled.length);
  expect(shown).toEqual(expect.arrayContaining(["J", "↓", "⇧U", "Esc", "U", "?", "Enter"]));
  expect(shownShortcuts(true).map(({ group }) => group)).toEqual([
    "List",
    "Open chat",
    "Messages",
    "Large picture",
    "Help",
  ]);
});

test("what is switched off is not shown, and a command without a key has no line", () => {
  const lines = shownShortcuts(false).flatMap((group) => group.lines);
  expect(lines.map(({ words, keys }) => [words, ...keys])).toEqual([
    ["Next chat", "↓"],
    ["Previous chat", "↑"],
    ["First chat", "Home"],
    ["Last chat", "End"],
    ["A page down", "Page down"],
    ["A page up", "Page up"],
    ["Open chat", "Enter"],
    ["Back to the list", "Esc"],
    ["To the end of the chat", "End"],
    ["Next message", "↓"],
    ["Previous message", "↑"],
    ["First message that is loaded", "Home"],
    ["Into a message: its links and buttons", "Enter"],
    ["Out of a message", "Esc"],
    ["Next picture", "→", "Page down"],
    ["Previous picture", "←", "Page up"],
  ]);
  expect(shownKeyOf("mark-unread", true)).toBe("⇧U");
  expect(shownKeyOf("next-unread", true)).toBe("⇧N");
  expect(shownKeyOf("mark-unread", false)).toBeUndefined();
  expect(shownKeyOf("close-chat", false)).toBe("Esc");
});

test("a key is found by its words and by itself", () => {
  const found = (sought: string) =>
    shownShortcuts(true, sought).flatMap(({ lines }) => lines.map(({ words }) => words));
  expect(found(" unread ")).toEqual(["Open next unread chat", "Mark unread"]);
  expect(found("esc")).toEqual(["Back to the list", "Out of a message"]);
  expect(found("nothing like it")).toEqual([]);
});
