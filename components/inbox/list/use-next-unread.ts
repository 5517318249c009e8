"use client";

import { useCallback } from "react";
import { fetchJson, ProblemError } from "@/components/ui/fetch-json";
import type { ChatPage } from "@/domain/inbox";
import { chatsUrl, type ChatFilter } from "@/domain/inbox-address";

/** The first unread chat behind a place, in the order of the list and within its filters; then from the top. The server knows, also beyond what was read. */
async function findUnread(filter: ChatFilter, after: string | null): Promise<string | null> {
  const unread = { ...filter, isUnread: true };
  const { items } = await fetchJson<ChatPage>(chatsUrl(unread, after, 1));
  const [first] = items;
  if (first) return first.id;
  return after === null ? null : findUnread(filter, null);
}

export function useNextUnread(filter: ChatFilter, onFound: (chatId: string) => void) {
  return useCallback(
    async (after: string | null) => {
      try {
        const chatId = await findUnread(filter, after);
        if (chatId !== null) onFound(chatId);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
      }
    },
    [filter, onFound],
  );
}
