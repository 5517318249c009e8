/** A whole row of the list in one sentence, for those who listen. */
import { ailmentOf, ailmentWords } from "./account-health";
import type { Account, Chat, Folder, MessageState } from "./inbox";
import { shownState } from "./own-line";
import { folderWords, providerOf, providerWords } from "./providers";
import { elapsed, listTime, type Present } from "./times";

export const stateWords: Record<MessageState, string> = {
  pending: "Sending",
  sent: "Sent",
  delivered: "Delivered",
  read: "Read",
  failed: "Not sent",
  unknown: "Maybe sent",
};

/** "Ana Ribeiro, WhatsApp, Tandem Desk, 2 unread, 14:05, waiting for 3 h, Is the blue tandem still for rent?" */
export function chatRowName(chat: Chat, present: Present): string {
  const state = chat.lastMessage && shownState(chat.lastMessage);
  const parts = [
    chat.title,
    providerOf(chat.account.provider).label,
    chat.account.name,
    chat.unreadCount > 0 ? `${String(chat.unreadCount)} unread` : "",
    listTime(chat.lastActivityAt, present),
    chat.waitingSince === null ? "" : `waiting for ${elapsed(chat.waitingSince, present.now)}`,
    state === null ? "" : stateWords[state],
    chat.lastMessage?.preview ?? "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** "Tandem Desk, WhatsApp, 3 unread, reconnect"; of one of its inboxes "Mara Velasco, LinkedIn, Recruiter, 1 unread". */
export function inboxName(account: Account, folder: Folder | null): string {
  const ailment = folder === null ? ailmentOf(account) : null;
  const { unreadCount } = folder ?? account;
  const parts = [
    account.name,
    folder === null ? providerWords(account.provider, account.feature) : providerOf(account.provider).label,
    folder === null ? "" : folderWords(folder.folder),
    unreadCount > 0 ? `${String(unreadCount)} unread` : "",
    ailment === null ? "" : ailmentWords[ailment],
  ];
  return parts.filter((part) => part !== "").join(", ");
}
