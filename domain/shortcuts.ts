/**
 * The one table of keys: whatever handles a key, shows it in a tooltip, lists it or tests it reads it here. It knows which key means
 * which command and where; what a command does belongs to the components, how it is called to shortcut-words.ts.
 */
export type Command =
  | "next-chat"
  | "previous-chat"
  | "first-chat"
  | "last-chat"
  | "page-down"
  | "page-up"
  | "open-chat"
  | "close-chat"
  | "next-unread"
  | "mark-read"
  | "mark-unread"
  | "next-in-chat"
  | "previous-in-chat"
  | "to-end"
  | "go-to-date"
  | "next-message"
  | "previous-message"
  | "first-message"
  | "into-message"
  | "out-of-message"
  | "next-picture"
  | "previous-picture"
  | "zoom-in"
  | "zoom-out"
  | "zoom-whole"
  | "show-keys";

/**
 * Where a key works: on every page, or only while the focus is on a row of the list, on a message, on something inside a message, or while a
 * picture is shown large.
 */
export type KeyPlace = "everywhere" | "list" | "messages" | "message" | "picture";

export type Shortcut = { command: Command; keys: Partial<Record<KeyPlace, readonly string[]>> };

/** In the order in which they are shown. */
export const shortcuts: readonly Shortcut[] = [
  { command: "next-chat", keys: { everywhere: ["j"], list: ["ArrowDown"] } },
  { command: "previous-chat", keys: { everywhere: ["k"], list: ["ArrowUp"] } },
  { command: "first-chat", keys: { list: ["Home"] } },
  { command: "last-chat", keys: { list: ["End"] } },
  { command: "page-down", keys: { list: ["PageDown"] } },
  { command: "page-up", keys: { list: ["PageUp"] } },
  { command: "open-chat", keys: { everywhere: ["o"], list: ["Enter"] } },
  { command: "next-unread", keys: { everywhere: ["N"] } },
  { command: "mark-read", keys: { everywhere: ["I"] } },
  { command: "mark-unread", keys: { everywhere: ["U"] } },
  { command: "next-in-chat", keys: { everywhere: ["]"] } },
  { command: "previous-in-chat", keys: { everywhere: ["["] } },
  { command: "close-chat", keys: { everywhere: ["Escape", "u"] } },
  { command: "to-end", keys: { everywhere: ["End"] } },
  { command: "go-to-date", keys: { everywhere: ["d"] } },
  { command: "next-message", keys: { messages: ["ArrowDown"] } },
  { command: "previous-message", keys: { messages: ["ArrowUp"] } },
  { command: "first-message", keys: { messages: ["Home"] } },
  { command: "into-message", keys: { messages: ["Enter"] } },
  { command: "out-of-message", keys: { message: ["Escape"] } },
  { command: "next-picture", keys: { picture: ["ArrowRight", "PageDown"] } },
  { command: "previous-picture", keys: { picture: ["ArrowLeft", "PageUp"] } },
  { command: "zoom-in", keys: { picture: ["+", "="] } },
  { command: "zoom-out", keys: { picture: ["-"] } },
  { command: "zoom-whole", keys: { picture: ["0"] } },
  { command: "show-keys", keys: { everywhere: ["?"] } },
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

/** What is printed, without and with Shift, where layouts without Latin letters have something else. */
const signs = new Map([
  ["Slash", ["/", "?"]],
  ["BracketLeft", ["[", "{"]],
  ["BracketRight", ["]", "}"]],
]);

/** What the key types on a Latin layout: itself, or what is printed on that place. */
function latinKey({ key, code, isShift }: KeyPress): string {
  if (key.length !== 1 || /[\u0020-\u007e]/.test(key)) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  const printed = letter === undefined ? signs.get(code) : [letter.toLowerCase(), letter];
  return printed?.[isShift ? 1 : 0] ?? key;
}

/** Types something by itself; those can be switched off (WCAG 2.1.4). */
const isCharacter = (key: string) => key.length === 1;

export type Listening = { place: KeyPlace; hasLetterKeys: boolean };

/** Null while somebody types, composes with an input method, or holds Ctrl, Alt or ⌘; and for characters that are switched off. */
export function commandFor(press: KeyPress, { place, hasLetterKeys }: Listening): Command | null {
  if (press.hasModifier || press.isComposing || press.isTyping) return null;
  const key = latinKey(press);
  if (isCharacter(key) && !hasLetterKeys) return null;
  return shortcuts.find(({ keys }) => keys[place]?.includes(key))?.command ?? null;
}

const names = new Map([
  ["Escape", "Esc"],
  ["ArrowDown", "↓"],
  ["ArrowUp", "↑"],
  ["ArrowLeft", "←"],
  ["ArrowRight", "→"],
  ["PageDown", "Page down"],
  ["PageUp", "Page up"],
]);

/** As it stands on the keyboard, a capital letter as Shift and the letter. */
function shownKey(key: string): string {
  const isCapital = isCharacter(key) && key !== key.toLowerCase();
  return names.get(key) ?? (isCapital ? `⇧${key}` : isCharacter(key) ? key.toUpperCase() : key);
}

/** Every key of a command that works, as it stands on the keyboard. */
export function shownKeys({ keys }: Shortcut, hasLetterKeys: boolean): string[] {
  const all = [keys.everywhere, keys.list, keys.messages, keys.message, keys.picture].flatMap((some) => some ?? []);
  return all.filter((key) => hasLetterKeys || !isCharacter(key)).map(shownKey);
}

/** The first key that works, for a tooltip; undefined when none does. */
export function shownKeyOf(command: Command, hasLetterKeys: boolean): string | undefined {
  return shortcuts.filter((one) => one.command === command).flatMap((one) => shownKeys(one, hasLetterKeys))[0];
}
