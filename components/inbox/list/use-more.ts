"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { KeyedMutator } from "swr";
import { ProblemError } from "@/components/ui/problem-error";
import { chatsUrl, type ChatFilter } from "@/domain/inbox-address";
import type { ChatList } from "@/domain/list-pages";

export type More = {
  isWanted: boolean;
  hasFailed: boolean;
  /** reads the next page, unless it is being read */
  load: () => void;
};

const pageRows = 100;
const againAfterMs = 5_000;

type Known = { filter: ChatFilter; end: string | null; mutate: KeyedMutator<ChatList> };

/** Reads on behind the end of the list. What failed is tried again after five seconds, or by hand. */
export function useMore({ filter, end, mutate }: Known): More {
  const [failedAt, setFailedAt] = useState<string | null>(null);
  const underWay = useRef<string | null>(null);
  const url = end === null ? null : chatsUrl(filter, end, pageRows);
  const load = useCallback(async () => {
    if (url === null || end === null || underWay.current === url) return;
    underWay.current = url;
    try {
      const { readBehind } = await import("@/components/inbox/list/read-chats");
      const withMore = await readBehind(filter, end, pageRows);
      await mutate((list) => list && withMore(list), { revalidate: false });
      setFailedAt(null);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setFailedAt(url);
    } finally {
      underWay.current = null;
    }
  }, [url, end, filter, mutate]);
  const hasFailed = failedAt !== null && failedAt === url;
  useEffect(() => {
    if (!hasFailed) return;
    const timer = setTimeout(() => {
      setFailedAt(null);
    }, againAfterMs);
    return () => {
      clearTimeout(timer);
    };
  }, [hasFailed]);
  return { isWanted: url !== null, hasFailed, load: useCallback(() => void load(), [load]) };
}
