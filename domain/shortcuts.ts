/**
 * The one table of keys: the handler, the tooltips and the tests read it. It knows which key means which command;
 * what a command does belongs to the components.
 */
export type Command =
  | "next-chat"
  | "previous-chat"
  | "open-chat"
  | "close-chat"
  | "next-unread"
  | "mark-read"
  | "mark-unread"
  | "next-in-chat"
  | "previous-in-chat";

export type Shortcut = { command: Command; keys: readonly string[]; shown: string; words: string };

export const shortcuts: readonly Shortcut[] = [
  { command: "next-chat", keys: ["j"], shown: "J", words: "Next chat" },
  { command: "previous-chat", keys: ["k"], shown: "K", words: "Previous chat" },
  { command: "open-chat", keys: ["o"], shown: "O", words: "Open chat" },
  { command: "close-chat", keys: ["Escape", "u"], shown: "Esc", words: "Back to the list" },
  { command: "next-unread", keys: ["N"], shown: "⇧N", words: "Open next unread chat" },
  { command: "mark-read", keys: ["I"], shown: "⇧I", words: "Mark read" },
  { command: "mark-unread", keys: ["U"], shown: "⇧U", words: "Mark unread" },
  { command: "next-in-chat", keys: ["]"], shown: "]", words: "Open next chat" },
  { command: "previous-in-chat", keys: ["["], shown: "[", words: "Open previous chat" },
];

export type KeyPress = {
  key: string;
  /** the place on the keyboard, for layouts without Latin letters: "KeyJ" */
  code: string;
  hasModifier: boolean;
  isShift: boolean;
  isComposing: boolean;
  isTyping: boolean;
};

/** What the key types on a Latin layout: itself, or the letter printed on that place. */
function latinKey({ key, code, isShift }: KeyPress): string {
  if (key.length !== 1 || /[\u0020-\u007e]/.test(key)) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter === undefined) return key;
  return isShift ? letter : letter.toLowerCase();
}

/** Null while somebody types, composes with an input method, or holds Ctrl, Alt or ⌘. */
export function commandFor(press: KeyPress): Command | null {
  if (press.hasModifier || press.isComposing || press.isTyping) return null;
  const key = latinKey(press);
  return shortcuts.find(({ keys }) => keys.includes(key))?.command ?? null;
}

export function shortcutFor(command: Command): Shortcut {
  const found = shortcuts.find((shortcut) => shortcut.command === command);
  if (!found) throw new RangeError(`No key for ${command}`);
  return found;
}

/** The row to go to from `current`, null at either end; from outside the list `next` gives the first row. */
export function neighbour(ids: readonly string[], current: string | null, step: 1 | -1): string | null {
  const place = current === null ? -1 : ids.indexOf(current);
  if (place === -1) return ids[0] ?? null;
  return ids[place + step] ?? null;
}
