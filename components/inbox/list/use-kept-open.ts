"use client";

import { useMemo, useState } from "react";
import type { Chat } from "@/domain/inbox";
import type { InboxAddress } from "@/domain/inbox-address";
import { withChatAtItsPlace } from "@/domain/list-chats";
import type { ChatList } from "@/domain/list-pages";

type Kept = { chat: Chat; of: string };

/** The open chat as the list of the unread shows it. */
function listedChat(list: ChatList | null, { chatId, isUnread }: InboxAddress): Kept | null {
  const chat = isUnread ? list?.chats.find(({ id }) => id === chatId) : undefined;
  return list && chat ? { chat, of: list.of } : null;
}

/** Among the unread, the open chat keeps its row until it is left: reading it must not take it from under the pointer. */
export function useKeptOpen(list: ChatList | null, address: InboxAddress): ChatList | null {
  const [kept, setKept] = useState<Kept | null>(null);
  const listed = listedChat(list, address);
  if (listed !== null && (listed.chat !== kept?.chat || listed.of !== kept.of)) setKept(listed);
  const row = kept?.chat.id === address.chatId ? kept : null;
  return useMemo(
    () =>
      list && row?.of === list.of ? { ...list, chats: withChatAtItsPlace(list.view, list.chats, row.chat) } : list,
    [list, row],
  );
}
