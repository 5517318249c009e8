/** How a line of the list begins that shows a message of ours: apart from chat-list.ts, since the screen needs no more of it. */
import type { MessagePreview, MessageState } from "./inbox";

export const ownLine = "You: ";

/** How far the message got that a line shows, when the line shows one of ours; null for theirs, and for "Ana reacted 👍". */
export function shownState({ preview, state }: MessagePreview): MessageState | null {
  return preview.startsWith(ownLine) ? state : null;
}
