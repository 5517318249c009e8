"use client";

import { useCallback, useEffect, useRef } from "react";
import useSWR, { type KeyedMutator } from "swr";
import { useMore, type More } from "@/components/inbox/list/use-more";
import { fetchJson } from "@/components/ui/fetch-json";
import type { Chat, ChatPage } from "@/domain/inbox";
import { chatsUrl, type ChatFilter } from "@/domain/inbox-address";
import { isJoined, listOf, withChat, withPage, type ChatList, type PageRead } from "@/domain/list-pages";

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

/** After a long absence: more pages of news than this are read where they are looked at. */
const newestPages = 4;
const lookedAtRows = 100;

type Reading = { filter: ChatFilter; known: () => ChatList | null; lookedAt: string | null };

async function readPage(filter: ChatFilter, after: string | null, limit: number | null = null): Promise<PageRead> {
  return { after, page: await fetchJson<ChatPage>(chatsUrl(filter, after, limit)) };
}

/** News that did not fit on the newest page. */
async function readMissed(filter: ChatFilter, known: ChatList, newest: PageRead): Promise<PageRead[]> {
  const reads: PageRead[] = [];
  let last = newest;
  while (reads.length < newestPages - 1 && last.page.nextCursor !== null && !isJoined(known, last.page)) {
    last = await readPage(filter, last.page.nextCursor);
    reads.push(last);
  }
  return reads;
}

/** The newest page, what was missed since, and what is looked at: the cost does not grow with what is known. */
async function readAgain({ filter, known, lookedAt }: Reading): Promise<ChatList> {
  const newest = await readPage(filter, null);
  const before = known();
  const missed = before === null ? [] : await readMissed(filter, before, newest);
  const seen = lookedAt === null ? [] : [await readPage(filter, lookedAt, lookedAtRows)];
  const now = known() ?? listOf(chatsUrl(filter, null), filter.view, newest.page);
  return [newest, ...missed, ...seen].reduce(withPage, now);
}

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
  const read = () =>
    readAgain({
      filter,
      known: () => (drawn.current?.of === of ? drawn.current : null),
      lookedAt: lookedAt.current?.of === of ? lookedAt.current.after : null,
    });
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
