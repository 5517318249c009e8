/** When a text is too long to stand in a conversation as it is, and what of it stands there instead. */
import type { TextPart } from "./message-text";

/** Folded above these, to those: a text is never folded for the sake of a few lines. */
const limits = { characters: 1_200, lines: 20 };
const heads = { characters: 800, lines: 12 };
const longestWord = 80;

/** The first few hundred pixels of a long text, null when it is not long. A link is never cut: it keeps where it leads. */
export function foldedParts(parts: readonly TextPart[]): TextPart[] | null {
  if (!isLong(parts)) return null;
  const head: TextPart[] = [];
  let room = heads;
  for (const part of parts) {
    const shown = headOf(part, room);
    if (shown.text !== "") head.push(shown);
    if (shown.shown !== part.shown) break;
    room = { characters: room.characters - part.shown.length, lines: room.lines - linesIn(part.shown) };
    if (room.characters <= 0 || room.lines <= 0) break;
  }
  return head;
}

function isLong(parts: readonly TextPart[]): boolean {
  let characters = 0;
  let lines = 1;
  for (const { shown } of parts) {
    characters += shown.length;
    lines += linesIn(shown);
    if (characters > limits.characters || lines > limits.lines) return true;
  }
  return false;
}

function linesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1 && count <= limits.lines; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

function headOf(part: TextPart, room: typeof heads): TextPart {
  const end = Math.min(endOfLines(part.shown, room.lines), endOfWord(part.shown, room.characters));
  if (end >= part.shown.length) return part;
  const shown = `${part.shown.slice(0, end).trimEnd()}…`;
  return part.href === null ? { text: shown, href: null, shown } : { ...part, shown };
}

function endOfLines(text: string, lines: number): number {
  let end = -1;
  for (let line = 0; line < lines; line += 1) {
    end = text.indexOf("\n", end + 1);
    if (end === -1) return text.length;
  }
  return end;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Between two words if one ends near, else between two characters as people see them. */
function endOfWord(text: string, characters: number): number {
  if (text.length <= characters) return text.length;
  const from = Math.max(0, characters - longestWord);
  const near = text.slice(from, characters + longestWord);
  const space = near.slice(0, characters - from + 1).search(/\s\S*$/u);
  if (space > 0) return from + space;
  return from + (graphemes.segment(near).containing(characters - from)?.index ?? 0);
}
