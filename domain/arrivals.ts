/** Which messages came in between two readings of the list: what a screen reader is told, apart from the list itself. */
import type { Chat } from "./inbox";
import { providerOf } from "./providers";

const newestFirst = (left: Chat, right: Chat) => (left.lastActivityAt < right.lastActivityAt ? 1 : -1);

/** Chats whose newest message is another one, came from outside and is later than what was there. */
export function arrivals(before: readonly Chat[], after: readonly Chat[]): Chat[] {
  const known = new Map(before.map((chat) => [chat.id, chat]));
  const latest = before.reduce((time, chat) => (chat.lastActivityAt > time ? chat.lastActivityAt : time), "");
  return after.filter((chat) => isArrival(chat, known.get(chat.id), latest)).sort(newestFirst);
}

function isArrival(chat: Chat, was: Chat | undefined, latest: string): boolean {
  if (chat.lastMessage?.direction !== "incoming") return false;
  if (!was) return chat.lastActivityAt > latest;
  return was.lastMessage?.id !== chat.lastMessage.id && chat.lastActivityAt > was.lastActivityAt;
}

/** "New message from Ana, WhatsApp"; several are said in one sentence. */
export function arrivalWords(chats: readonly Chat[]): string {
  const first = chats[0];
  if (!first) return "";
  if (chats.length > 1) return `New messages in ${String(chats.length)} chats`;
  const name = first.lastMessage?.senderName ?? "";
  return `New message from ${name === "" ? first.title : name}, ${providerOf(first.account.provider).label}`;
}
