/**
 * The part of a conversation that a page holds: which messages, where to read on, and how the answers of later readings join.
 */
import type { Message, MessagePage } from "./inbox";
import { joinPage, leavesGap } from "./timeline";

export type MessageWindow = {
  /** oldest first */
  messages: readonly Message[];
  /** cursor to what is older; null when the beginning is loaded */
  before: string | null;
  /** cursors by which older pages were read, newest first: they can be read again */
  readBefore: readonly string[];
};

export const emptyWindow: MessageWindow = { messages: [], before: null, readBefore: [] };

/** The newest page. When more came than it holds, what was known is let go, so that no hole is shown. */
export function withNewest(known: MessageWindow, page: MessagePage): MessageWindow {
  const isFirst = known.messages.length === 0;
  if (isFirst || leavesGap(known.messages, page.items))
    return { messages: page.items, before: page.before, readBefore: [] };
  return { ...known, messages: joinPage(known.messages, page.items, true) };
}

/** The page before the oldest message known. */
export function withOlder(known: MessageWindow, page: MessagePage): MessageWindow {
  const cursor = known.before;
  return {
    messages: joinPage(known.messages, page.items, false),
    before: page.before,
    readBefore: cursor === null ? known.readBefore : [...known.readBefore, cursor],
  };
}

/** Older pages read once more: their edits, reactions and deletions count, their place stays. */
export function withReread(known: MessageWindow, pages: readonly MessagePage[]): MessageWindow {
  const messages = pages.reduce<readonly Message[]>(
    (joined, { items }) => joinPage(joined, items, false),
    known.messages,
  );
  return { ...known, messages };
}
