"use client";

import { useCallback, useEffect, useState } from "react";
import useSWR, { useSWRConfig } from "swr";
import type { Opened } from "@/components/inbox/chat/use-opening";
import { useReadingOn, type ReadingOn } from "@/components/inbox/chat/use-reading-on";
import { fetchJson } from "@/components/ui/fetch-json";
import type { MessagePage } from "@/domain/inbox";
import { messagesUrl, windowKey } from "@/domain/inbox-address";
import { holdsEnd, spanQuery, withReread, type MessageWindow, type Span } from "@/domain/message-window";
import type { Aim } from "@/domain/scroll";

/** What is on screen. With each `turn` another part of the conversation takes its place, and `aim` says where to stand in it. */
export type Reading = { window: MessageWindow; turn: number; aim: Aim };

export type Messages = ReadingOn & {
  reading: Reading;
  /** the newest page, while the window does not hold the end */
  newest: MessagePage | null;
  error: unknown;
  /** another part of the conversation */
  show: (window: MessageWindow, aim: Aim) => void;
  /** the same part, with more or less of it */
  change: (to: (window: MessageWindow) => MessageWindow) => void;
  reload: () => void;
};

type Reread = { turn: number; asked: Span; page: MessagePage };

const mostAtOnce = "200";
const mostPages = 4;

/** Everything the window's span holds by now. A flood is read in a few pages; what is beyond them is left to reading on. */
async function readAgain(chatId: string, { turn, window }: Reading): Promise<Reread> {
  const asked: Span = { before: window.before, after: window.after };
  const read = (span: Span, keptAs: string | null) =>
    fetchJson<MessagePage>(messagesUrl(chatId, { ...spanQuery(span), limit: mostAtOnce }), keptAs);
  let page = await read(asked, windowKey(chatId));
  for (let pages = 1; pages < mostPages && page.after !== null && page.after !== asked.after; pages += 1) {
    const more = await read({ before: page.after, after: asked.after }, null);
    page = { ...page, items: [...page.items.slice(0, -1), ...more.items], after: more.after };
  }
  return { turn, asked, page };
}

const isSameReread = (one: Reread | undefined, other: Reread | undefined) =>
  one?.page === other?.page && one?.turn === other?.turn && one?.asked.after === other?.asked.after;

function useForgetting(chatId: string): void {
  const { cache } = useSWRConfig();
  useEffect(
    () => () => {
      cache.delete(windowKey(chatId));
      cache.delete(messagesUrl(chatId));
    },
    [cache, chatId],
  );
}

/** The messages of one chat that are on screen, kept fresh. The component that uses it is keyed by the chat. */
export function useMessages(chatId: string, opened: Opened): Messages {
  const [reading, setReading] = useState<Reading>({ window: opened.window, turn: 0, aim: opened.aim });
  const change = useCallback<Messages["change"]>((to) => {
    setReading((now) => {
      const window = to(now.window);
      return window === now.window ? now : { ...now, window };
    });
  }, []);
  const show = useCallback<Messages["show"]>((window, aim) => {
    setReading((now) => ({ window, aim, turn: now.turn + 1 }));
  }, []);

  const reread = useSWR<Reread, unknown>(windowKey(chatId), () => readAgain(chatId, reading), {
    compare: isSameReread,
    revalidateOnMount: opened.isKept,
  });
  const [joined, setJoined] = useState<Reread>();
  if (reread.data && reread.data !== joined) {
    const { turn, asked, page } = reread.data;
    setJoined(reread.data);
    if (turn === reading.turn) change((window) => withReread(window, asked, page));
  }
  const newest = useSWR<MessagePage, unknown>(holdsEnd(reading.window) ? null : messagesUrl(chatId));
  useForgetting(chatId);

  const { mutate } = reread;
  const reload = useCallback(() => void mutate(), [mutate]);
  const readingOn = useReadingOn({ chatId, span: reading.window, change, reload });
  const error = reread.error ?? readingOn.error;
  return { ...readingOn, reading, newest: newest.data ?? null, error, show, change, reload };
}
