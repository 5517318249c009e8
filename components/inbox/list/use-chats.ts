"use client";

import { useCallback, useMemo } from "react";
import useSWRInfinite from "swr/infinite";
import { chatPageKey } from "@/components/inbox/list/chat-page-key";
import { fetchJson } from "@/components/ui/fetch-json";
import type { Chat, ChatPage, ViewCounts } from "@/domain/inbox";
import type { ChatFilter } from "@/domain/inbox-address";

export type Chats = {
  items: readonly Chat[] | null;
  counts: ViewCounts | null;
  /** false while the rows shown still belong to another filter */
  isCurrent: boolean;
  error: unknown;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
  retry: () => void;
  /** puts a chat as the server just told it in the place of the one shown */
  replace: (chat: Chat) => void;
};

/** A chat that moved up between two pages stands in both: the first, newer one counts. */
function flatten(pages: readonly ChatPage[]): Chat[] {
  const found = new Map<string, Chat>();
  for (const chat of pages.flatMap(({ items }) => items)) if (!found.has(chat.id)) found.set(chat.id, chat);
  return Array.from(found.values());
}

const withChat = (page: ChatPage, chat: Chat): ChatPage => ({
  ...page,
  items: page.items.map((item) => (item.id === chat.id ? { ...item, ...chat } : item)),
});

export function useChats(filter: ChatFilter): Chats {
  const { data, error, size, setSize, mutate, isLoading } = useSWRInfinite<ChatPage, unknown>(
    chatPageKey(filter),
    fetchJson,
    {
      revalidateAll: true,
      keepPreviousData: true,
    },
  );
  const items = useMemo(() => (data ? flatten(data) : null), [data]);
  const counts = data?.[0]?.counts ?? null;
  const loadMore = useCallback(() => void setSize((pages) => pages + 1), [setSize]);
  const retry = useCallback(() => void mutate(), [mutate]);
  const replace = useCallback(
    (chat: Chat) => void mutate((pages) => pages?.map((page) => withChat(page, chat)), { revalidate: false }),
    [mutate],
  );
  const loaded = data?.length ?? 0;
  const isLoadingMore = loaded > 0 && loaded < size;
  const hasMore = (data?.at(-1)?.nextCursor ?? null) !== null;
  return { items, counts, isCurrent: !isLoading, error, hasMore, isLoadingMore, loadMore, retry, replace };
}
