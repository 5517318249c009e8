"use client";

import { useCallback, useEffect, useRef } from "react";
import { useSWRConfig } from "swr";
import { addressHere } from "@/components/inbox/use-address";
import { chatUrl, openingUrl } from "@/domain/inbox-address";

const mostAhead = 20;
/** who only passes by does not stay that long */
const restMs = 60;

async function readOnce(url: string, keptAs: string | null): Promise<unknown> {
  const { fetchJson } = await import("@/components/ui/fetch-json");
  return fetchJson(url, keptAs);
}

/** Reads a chat, and what draws one, before it is opened, when the pointer or the focus is on its row. Of many that were not opened the last ones stay. */
export function useApproach(): (chatId: string) => void {
  const { cache, mutate } = useSWRConfig();
  const ahead = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const read = useCallback(
    (chatId: string) => {
      void import("@/components/inbox/chat/chat-view");
      const readAhead = (url: string, keptAs: string | null) => {
        if (cache.get(url)?.data !== undefined) return;
        // a failed attempt says nothing: the chat is read again when it is opened
        mutate(url, readOnce(url, keptAs), { revalidate: false }).catch(() => undefined);
      };
      const opening = openingUrl(chatId, null);
      readAhead(opening, null);
      readAhead(chatUrl(chatId), chatUrl(chatId));
      ahead.current = [...ahead.current.filter((url) => url !== opening), opening];
      for (const url of ahead.current.splice(0, ahead.current.length - mostAhead)) cache.delete(url);
    },
    [cache, mutate],
  );
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  return useCallback(
    (chatId: string) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        if (addressHere().chatId !== chatId) read(chatId); // an open one reads itself
      }, restMs);
    },
    [read],
  );
}
