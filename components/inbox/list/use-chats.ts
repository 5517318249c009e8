"use client";

import { useCallback, useEffect, useRef } from "react";
import useSWR, { type KeyedMutator } from "swr";
import { useMore, type More } from "@/components/inbox/list/use-more";
import type { Chat } from "@/domain/inbox";
import { chatsUrl, type ChatFilter } from "@/domain/inbox-address";
import { withChat } from "@/domain/list-chats";
import type { ChatList } from "@/domain/list-pages";

export type Chats = {
  /** null until the first page was read; while another filter is being read, still the list before */
  list: ChatList | null;
  isCurrent: boolean;
  error: unknown;
  more: More;
  retry: () => void;
  /** puts a chat as the server just told it in the place of the one shown */
  replace: (chat: Chat) => void;
  /** reads the rows behind this place again, now and with every poll; null when the first page holds what is looked at */
  look: (after: string | null) => void;
};

function useReplace(mutate: KeyedMutator<ChatList>) {
  return useCallback(
    (chat: Chat) => void mutate((list) => list && withChat(list, chat), { revalidate: false }),
    [mutate],
  );
}

export function useChats(filter: ChatFilter): Chats {
  const of = chatsUrl(filter, null);
  const drawn = useRef<ChatList | undefined>(undefined);
  const lookedAt = useRef<{ of: string; after: string } | null>(null);
  const read = async () => {
    const { readAgain } = await import("@/components/inbox/list/read-chats");
    return readAgain({
      filter,
      known: () => (drawn.current?.of === of ? drawn.current : null),
      lookedAt: lookedAt.current?.of === of ? lookedAt.current.after : null,
    });
  };
  const { data: list, error, mutate } = useSWR<ChatList, unknown>(of, read, { keepPreviousData: true });
  useEffect(() => {
    drawn.current = list;
  }, [list]);
  const more = useMore({ filter, end: list?.of === of ? list.end : null, mutate });
  const retry = useCallback(() => void mutate(), [mutate]);
  const look = useCallback(
    (after: string | null) => {
      const isNew = after !== null && (lookedAt.current?.of !== of || lookedAt.current.after !== after);
      lookedAt.current = after === null ? null : { of, after };
      if (isNew) void mutate();
    },
    [of, mutate],
  );
  return { list: list ?? null, isCurrent: list?.of === of, error, more, retry, replace: useReplace(mutate), look };
}
