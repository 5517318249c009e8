"use client";

import { useCallback, useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/components/ui/fetch-json";
import type { MessagePage } from "@/domain/inbox";
import { messagesUrl } from "@/domain/inbox-address";
import { emptyWindow, withNewest, withOlder, withReread, type MessageWindow } from "@/domain/message-window";
import { leavesGap } from "@/domain/timeline";

export type Messages = MessageWindow & {
  isLoaded: boolean;
  error: unknown;
  isLoadingOlder: boolean;
  loadOlder: () => void;
  reload: () => void;
};

type Joined = { window: MessageWindow; newest: MessagePage | undefined; reread: MessagePage[] | undefined };

const pagesToCatchUp = 4;
const pagesToReread = 3;
const retryOlderAfterMs = 5_000;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const readPage = (url: string) => fetchJson<MessagePage>(url);
const readPages = (urls: readonly string[]) => Promise.all(urls.map(readPage));

/** After a long absence the newest page may not touch what is known: reads back until it does, within reason. */
async function readNewest(chatId: string, known: MessageWindow): Promise<MessagePage> {
  let page = await readPage(messagesUrl(chatId, null));
  for (
    let read = 0;
    read < pagesToCatchUp && page.before !== null && leavesGap(known.messages, page.items);
    read += 1
  ) {
    const older = await readPage(messagesUrl(chatId, page.before));
    page = { ...page, items: [...older.items, ...page.items], before: older.before };
  }
  return page;
}

/** The same object when nothing new was read. */
function join(known: Joined, newest: MessagePage | undefined, reread: MessagePage[] | undefined): Joined {
  let joined = known;
  if (newest && newest !== known.newest) joined = { ...joined, newest, window: withNewest(joined.window, newest) };
  if (reread && reread !== known.reread) joined = { ...joined, reread, window: withReread(joined.window, reread) };
  return joined;
}

/** The messages of one chat, kept fresh. The component that uses it is keyed by the chat. */
export function useMessages(chatId: string): Messages {
  const [known, setKnown] = useState<Joined>({ window: emptyWindow, newest: undefined, reread: undefined });
  const [isLoadingOlder, setIsLoadingOlder] = useState(false);
  const [olderError, setOlderError] = useState<unknown>();

  const newest = useSWR<MessagePage, unknown>(messagesUrl(chatId, null), () => readNewest(chatId, known.window));
  const olderUrls = known.window.readBefore.slice(-pagesToReread).map((cursor) => messagesUrl(chatId, cursor));
  const reread = useSWR<MessagePage[], unknown>(olderUrls.length > 0 ? olderUrls : null, readPages, {
    revalidateOnMount: false,
    revalidateIfStale: false,
  });
  const joined = join(known, newest.data, reread.data);
  if (joined !== known) setKnown(joined);

  const { before } = joined.window;
  const loadOlder = useCallback(() => {
    if (before === null || isLoadingOlder) return;
    setIsLoadingOlder(true);
    setOlderError(undefined);
    readPage(messagesUrl(chatId, before))
      .then((page) => {
        setKnown((now) => (now.window.before === before ? { ...now, window: withOlder(now.window, page) } : now));
      })
      .catch((error: unknown) => {
        setOlderError(error);
        return pause(retryOlderAfterMs);
      })
      .finally(() => {
        setIsLoadingOlder(false);
      });
  }, [chatId, before, isLoadingOlder]);

  const { mutate } = newest;
  const reload = useCallback(() => void mutate(), [mutate]);
  const isLoaded = newest.data !== undefined;
  return { ...joined.window, isLoaded, error: newest.error ?? olderError, isLoadingOlder, loadOlder, reload };
}
