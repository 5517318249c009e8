"use client";

import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { fetchJson } from "@/components/ui/fetch-json";
import type { MessagePage } from "@/domain/inbox";
import { messagesUrl } from "@/domain/inbox-address";
import { withNewer, withOlder, type MessageWindow, type Span } from "@/domain/message-window";

type Side = "before" | "after";

/** The next page on one side: on its way, or there and waiting until it is wanted. */
type Ahead = { cursor: string; page: MessagePage | null; readAtMs: number; isWanted: boolean };
type BothAhead = Record<Side, Ahead | null>;

export type ReadingOn = {
  isLoadingOlder: boolean;
  error: unknown;
  loadOlder: () => void;
  loadNewer: () => void;
};

type Told = {
  chatId: string;
  span: Span;
  change: (to: (window: MessageWindow) => MessageWindow) => void;
  reload: () => void;
};

const aheadAfterMs = 150;
const retryAfterMs = 5_000;
const freshForMs = 5_000;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const join = { before: withOlder, after: withNewer } as const;

/** Fills what is ahead, again and again until it can be had or is no longer the next page. */
function useFilling(chatId: string, ahead: RefObject<BothAhead>) {
  const [error, setError] = useState<unknown>();
  const fill = useCallback(
    async (side: Side, mine: Ahead) => {
      while (ahead.current[side] === mine && mine.page === null) {
        try {
          mine.page = await fetchJson<MessagePage>(messagesUrl(chatId, { [side]: mine.cursor }), null);
          mine.readAtMs = performance.now();
          setError(undefined);
        } catch (problem) {
          setError(problem);
          await pause(retryAfterMs);
        }
      }
    },
    [ahead, chatId],
  );
  return { error, fill };
}

/** Reads the pages before and after what is shown, each a little before it is needed, so that a fast scroll does not meet the edge. */
export function useReadingOn({ chatId, span: { before, after }, change, reload }: Told): ReadingOn {
  const ahead = useRef<BothAhead>({ before: null, after: null });
  const [awaited, setAwaited] = useState<string | null>(null);
  const { error, fill } = useFilling(chatId, ahead);

  const take = useCallback(
    (side: Side, mine: Ahead) => {
      const { cursor, page, readAtMs, isWanted } = mine;
      if (page === null || !isWanted || ahead.current[side] !== mine) return;
      ahead.current[side] = null;
      change((window) => (window[side] === cursor ? join[side](window, page) : window));
      if (performance.now() - readAtMs > freshForMs) reload();
    },
    [change, reload],
  );

  const want = useCallback(
    (side: Side, cursor: string, isWanted: boolean) => {
      const known = ahead.current[side];
      const mine = known?.cursor === cursor ? known : { cursor, page: null, readAtMs: 0, isWanted };
      mine.isWanted ||= isWanted;
      ahead.current[side] = mine;
      if (mine === known) take(side, mine);
      else void fill(side, mine).then(() => take(side, mine));
    },
    [fill, take],
  );

  useEffect(() => {
    const timer = setTimeout(() => {
      if (before !== null) want("before", before, false);
      if (after !== null) want("after", after, false);
    }, aheadAfterMs);
    return () => {
      clearTimeout(timer);
    };
  }, [before, after, want]);
  useEffect(() => {
    const both = ahead.current;
    return () => {
      both.before = null;
      both.after = null;
    };
  }, []);

  const loadOlder = useCallback(() => {
    if (before === null) return;
    setAwaited(before);
    want("before", before, true);
  }, [before, want]);
  const loadNewer = useCallback(() => {
    if (after !== null) want("after", after, true);
  }, [after, want]);
  return { isLoadingOlder: before !== null && awaited === before, error, loadOlder, loadNewer };
}
