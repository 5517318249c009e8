import type { MessageWindow } from "@/domain/message-window";
import type { Aim } from "@/domain/scroll";

export type KeptPlace = { window: MessageWindow; aim: Aim };

const keptChats = 12;
const kept = new Map<string, KeptPlace>();

/** Where the reader was in the chats they left last, for as long as this page lives. */
export function keepPlace(chatId: string, place: KeptPlace): void {
  kept.delete(chatId);
  kept.set(chatId, place);
  const oldest = kept.keys().next();
  if (kept.size > keptChats && !oldest.done) kept.delete(oldest.value);
}

export const keptPlace = (chatId: string) => kept.get(chatId) ?? null;
