/** A whole row of the list in one sentence, for those who listen. */
import type { Chat } from "./inbox";
import { providerOf } from "./providers";
import { elapsed, listTime, type Present } from "./times";

/** "Ana Ribeiro, WhatsApp, Tandem Desk, 2 unread, 14:05, waiting for 3 h, Is the blue tandem still for rent?" */
export function chatRowName(chat: Chat, present: Present): string {
  const parts = [
    chat.title,
    providerOf(chat.account.provider).label,
    chat.account.name,
    chat.unreadCount > 0 ? `${String(chat.unreadCount)} unread` : "",
    listTime(chat.lastActivityAt, present),
    chat.waitingSince === null ? "" : `waiting for ${elapsed(chat.waitingSince, present.now)}`,
    chat.lastMessage?.preview ?? "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}
