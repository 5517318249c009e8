/**
 * The one table of keys: whatever handles a key, shows it in a tooltip, lists it or tests it reads it here. It knows which key means
 * which command and where; what a command does belongs to the components.
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

export type ShortcutGroup = "List" | "Open chat" | "Messages" | "Large picture" | "Help";

export type Shortcut = {
  command: Command;
  group: ShortcutGroup;
  words: string;
  keys: Partial<Record<KeyPlace, readonly string[]>>;
};

/** In the order in which they are shown. */
export const shortcuts: readonly Shortcut[] = [
  { command: "next-chat", group: "List", words: "Next chat", keys: { everywhere: ["j"], list: ["ArrowDown"] } },
  { command: "previous-chat", group: "List", words: "Previous chat", keys: { everywhere: ["k"], list: ["ArrowUp"] } },
  { command: "first-chat", group: "List", words: "First chat", keys: { list: ["Home"] } },
  { command: "last-chat", group: "List", words: "Last chat", keys: { list: ["End"] } },
  { command: "page-down", group: "List", words: "A page down", keys: { list: ["PageDown"] } },
  { command: "page-up", group: "List", words: "A page up", keys: { list: ["PageUp"] } },
  { command: "open-chat", group: "List", words: "Open chat", keys: { everywhere: ["o"], list: ["Enter"] } },
  { command: "next-unread", group: "List", words: "Open next unread chat", keys: { everywhere: ["N"] } },
  { command: "mark-read", group: "List", words: "Mark read", keys: { everywhere: ["I"] } },
  { command: "mark-unread", group: "List", words: "Mark unread", keys: { everywhere: ["U"] } },
  { command: "next-in-chat", group: "Open chat", words: "Open next chat", keys: { everywhere: ["]"] } },
  { command: "previous-in-chat", group: "Open chat", words: "Open previous chat", keys: { everywhere: ["["] } },
  { command: "close-chat", group: "Open chat", words: "Back to the list", keys: { everywhere: ["Escape", "u"] } },
  { command: "to-end", group: "Open chat", words: "To the end of the chat", keys: { everywhere: ["End"] } },
  { command: "go-to-date", group: "Open chat", words: "Go to a date", keys: { everywhere: ["d"] } },
  { command: "next-message", group: "Messages", words: "Next message", keys: { messages: ["ArrowDown"] } },
  { command: "previous-message", group: "Messages", words: "Previous message", keys: { messages: ["ArrowUp"] } },
  { command: "first-message", group: "Messages", words: "First message that is loaded", keys: { messages: ["Home"] } },
  {
    command: "into-message",
    group: "Messages",
    words: "Into a message: its links and buttons",
    keys: { messages: ["Enter"] },
  },
  { command: "out-of-message", group: "Messages", words: "Out of a message", keys: { message: ["Escape"] } },
  {
    command: "next-picture",
    group: "Large picture",
    words: "Next picture",
    keys: { picture: ["ArrowRight", "PageDown"] },
  },
  {
    command: "previous-picture",
    group: "Large picture",
    words: "Previous picture",
    keys: { picture: ["ArrowLeft", "PageUp"] },
  },
  { command: "zoom-in", group: "Large picture", words: "Zoom in", keys: { picture: ["+", "="] } },
  { command: "zoom-out", group: "Large picture", words: "Zoom out", keys: { picture: ["-"] } },
  { command: "zoom-whole", group: "Large picture", words: "The whole picture", keys: { picture: ["0"] } },
  { command: "show-keys", group: "Help", words: "Show the keys", keys: { everywhere: ["?"] } },
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

function shownKeys({ keys }: Shortcut, hasLetterKeys: boolean): string[] {
  const all = [keys.everywhere, keys.list, keys.messages, keys.message, keys.picture].flatMap((some) => some ?? []);
  return all.filter((key) => hasLetterKeys || !isCharacter(key)).map(shownKey);
}

/** The first key that works, for a tooltip; undefined when none does. */
export function shownKeyOf(command: Command, hasLetterKeys: boolean): string | undefined {
  return shortcuts.filter((one) => one.command === command).flatMap((one) => shownKeys(one, hasLetterKeys))[0];
}

export type ShownShortcut = { command: Command; words: string; keys: readonly string[] };
export type ShownGroup = { group: ShortcutGroup; lines: ShownShortcut[] };

/** The table as people read it: what a key runs at present, and whose words or key are looked for. */
export function shownShortcuts(hasLetterKeys: boolean, soughtFor = ""): ShownGroup[] {
  const sought = soughtFor.trim().toLowerCase();
  const groups = new Map<ShortcutGroup, ShownShortcut[]>();
  for (const shortcut of shortcuts) {
    const { command, group, words } = shortcut;
    const keys = shownKeys(shortcut, hasLetterKeys);
    const isSought = words.toLowerCase().includes(sought) || keys.some((key) => key.toLowerCase() === sought);
    if (keys.length > 0 && isSought) groups.set(group, [...(groups.get(group) ?? []), { command, words, keys }]);
  }
  return Array.from(groups, ([group, lines]) => ({ group, lines }));
}
