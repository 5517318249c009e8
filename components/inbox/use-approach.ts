"use client";

import { useCallback, useRef } from "react";
import { useSWRConfig } from "swr";
import { fetchJson } from "@/components/ui/fetch-json";
import type { ChatDetail, MessagePage } from "@/domain/inbox";
import { chatUrl, openingUrl } from "@/domain/inbox-address";

const mostAhead = 20;

/** Reads a chat, and what draws one, before it is opened, when the pointer or the focus is on its row. Of many that were not opened the last ones stay. */
export function useApproach(): (chatId: string) => void {
  const { cache, mutate } = useSWRConfig();
  const ahead = useRef<string[]>([]);
  return useCallback(
    (chatId: string) => {
      void import("@/components/inbox/chat/chat-view");
      const readAhead = <Answer>(url: string, read: (url: string) => Promise<Answer>) => {
        if (cache.get(url)?.data !== undefined) return;
        // a failed attempt says nothing: the chat is read again when it is opened
        mutate(url, read(url), { revalidate: false }).catch(() => undefined);
      };
      const opening = openingUrl(chatId, null);
      readAhead(opening, (url) => fetchJson<MessagePage>(url, null));
      readAhead(chatUrl(chatId), (url) => fetchJson<ChatDetail>(url));
      ahead.current = [...ahead.current.filter((url) => url !== opening), opening];
      for (const url of ahead.current.splice(0, ahead.current.length - mostAhead)) cache.delete(url);
    },
    [cache, mutate],
  );
}
