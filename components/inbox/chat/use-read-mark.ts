"use client";

import { useCallback, useEffect, useState } from "react";
import { sendJson } from "@/components/ui/fetch-json";
import { ProblemError } from "@/components/ui/problem-error";
import { useFocusedWindow } from "@/components/ui/use-focused-window";
import type { Chat } from "@/domain/inbox";
import { readMarkUrl } from "@/domain/inbox-address";

const readAfterMs = 1_000;

type Reading = {
  chat: Chat | null;
  lastMessageId: string | null;
  isAtEnd: boolean;
  onChanged: (chat: Chat) => void;
};

/**
 * Marks the chat read for the team once this window has the focus and its end has been in view for a second.
 * Marked unread by hand it stays unread until it is opened again. A failed mark is tried with the next change.
 */
export function useReadMark({ chat, lastMessageId, isAtEnd, onChanged }: Reading) {
  const isFocused = useFocusedWindow();
  const [isKeptUnread, setIsKeptUnread] = useState(false);
  const chatId = chat?.id ?? null;
  const isDue = isFocused && isAtEnd && !isKeptUnread && (chat?.unreadCount ?? 0) > 0;

  const put = useCallback(
    async (messageId: string | null) => {
      if (chatId === null) return;
      try {
        const changed = await sendJson<Chat>("PUT", readMarkUrl(chatId), { messageId });
        if (changed) onChanged(changed);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
      }
    },
    [chatId, onChanged],
  );

  useEffect(() => {
    if (!isDue || lastMessageId === null) return;
    const timer = setTimeout(() => void put(lastMessageId), readAfterMs);
    return () => {
      clearTimeout(timer);
    };
  }, [isDue, lastMessageId, put]);

  const markUnread = useCallback(() => {
    setIsKeptUnread(true);
    void put(null);
  }, [put]);
  return { markUnread };
}
