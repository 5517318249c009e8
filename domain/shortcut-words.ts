/** The table of keys as people read it: each command in words, in groups. */
import { shortcuts, shownKeys, type Command } from "./shortcuts";

export type ShortcutGroup = "List" | "Open chat" | "Messages" | "Large picture" | "Help";

const said: Record<Command, readonly [group: ShortcutGroup, words: string]> = {
  "next-chat": ["List", "Next chat"],
  "previous-chat": ["List", "Previous chat"],
  "first-chat": ["List", "First chat"],
  "last-chat": ["List", "Last chat"],
  "page-down": ["List", "A page down"],
  "page-up": ["List", "A page up"],
  "open-chat": ["List", "Open chat"],
  "next-unread": ["List", "Open next unread chat"],
  "mark-read": ["List", "Mark read"],
  "mark-unread": ["List", "Mark unread"],
  "next-in-chat": ["Open chat", "Open next chat"],
  "previous-in-chat": ["Open chat", "Open previous chat"],
  "close-chat": ["Open chat", "Back to the list"],
  "to-end": ["Open chat", "To the end of the chat"],
  "go-to-date": ["Open chat", "Go to a date"],
  "next-message": ["Messages", "Next message"],
  "previous-message": ["Messages", "Previous message"],
  "first-message": ["Messages", "First message that is loaded"],
  "into-message": ["Messages", "Into a message: its links and buttons"],
  "out-of-message": ["Messages", "Out of a message"],
  "next-picture": ["Large picture", "Next picture"],
  "previous-picture": ["Large picture", "Previous picture"],
  "zoom-in": ["Large picture", "Zoom in"],
  "zoom-out": ["Large picture", "Zoom out"],
  "zoom-whole": ["Large picture", "The whole picture"],
  "show-keys": ["Help", "Show the keys"],
};

export type ShownShortcut = { command: Command; words: string; keys: readonly string[] };
export type ShownGroup = { group: ShortcutGroup; lines: ShownShortcut[] };

/** What a key runs at present, and whose words or key are looked for. */
export function shownShortcuts(hasLetterKeys: boolean, soughtFor = ""): ShownGroup[] {
  const sought = soughtFor.trim().toLowerCase();
  const groups = new Map<ShortcutGroup, ShownShortcut[]>();
  for (const shortcut of shortcuts) {
    const { command } = shortcut;
    const [group, words] = said[command];
    const keys = shownKeys(shortcut, hasLetterKeys);
    const isSought = words.toLowerCase().includes(sought) || keys.some((key) => key.toLowerCase() === sought);
    if (keys.length > 0 && isSought) groups.set(group, [...(groups.get(group) ?? []), { command, words, keys }]);
  }
  return Array.from(groups, ([group, lines]) => ({ group, lines }));
}
