"use client";

import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type RefObject } from "react";
import {
  anchorOf,
  dividerOf,
  elementOf,
  elementsOf,
  extentOf,
  lastInView,
  measure,
  scrollTo,
  takeAim,
} from "@/components/inbox/chat/scroll-box";
import type { Reading } from "@/components/inbox/chat/use-messages";
import type { Message } from "@/domain/inbox";
import { holdsEnd, sideOf } from "@/domain/message-window";
import { isNearEnd, isNearStart, isPinned, keptRange, scrollTopAfter, type Aim } from "@/domain/scroll";

/** Where the reader stands, as of the last time they moved. `scrollTop` is the box's own: what it is by our doing is no move of theirs. */
type Kept = { turn: number; isPinned: boolean; anchor: { id: string; top: number } | null; scrollTop: number };

type Box = RefObject<HTMLDivElement | null>;

const restAfterMs = 150;

function settle(box: HTMLElement, kept: Kept): void {
  const element = kept.anchor && elementOf(box, kept.anchor.id);
  const anchor = kept.anchor && element ? { before: kept.anchor, now: extentOf(box, element) } : null;
  scrollTo(box, scrollTopAfter(measure(box), kept.isPinned, anchor));
  kept.scrollTop = box.scrollTop;
}

/** Above the view, or gone with what was let go there. */
function isAbove(box: HTMLElement, place: string | null, { window }: Reading): boolean {
  if (place === null) return false;
  const divider = dividerOf(box);
  return divider ? extentOf(box, divider).bottom <= 0 : sideOf(window, place) === "before";
}

type Moves = {
  scrolled: (box: HTMLElement) => void;
  rested: (box: HTMLElement) => void;
  resized: (box: HTMLElement) => void;
};

/** What happens to the box between two drawings: the reader scrolls and comes to rest, something in it gets another size. */
function useMoves(box: Box, moves: Moves): void {
  const scrolled = useEffectEvent(moves.scrolled);
  const rested = useEffectEvent(moves.rested);
  const resized = useEffectEvent(moves.resized);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      scrolled(element);
      clearTimeout(timer);
      timer = setTimeout(() => {
        rested(element);
      }, restAfterMs);
    };
    const observer = new ResizeObserver(() => {
      resized(element);
    });
    for (const one of [element, ...element.children]) observer.observe(one);
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      element.removeEventListener("scroll", onScroll);
    };
  }, [box]);
}

type On = {
  nearStart: () => void;
  nearEnd: () => void;
  /** more is held than is good; of these messages the ones in `range` stay */
  tooMany: (messages: readonly Message[], range: { first: number; last: number }) => void;
};

export type Following = {
  box: Box;
  isAtEnd: boolean;
  isDividerAbove: boolean;
  /** the last message in view when the reader last came to rest */
  restingAt: string | null;
  /** moves within what is shown */
  stand: (aim: Aim) => void;
  /** where the reader is, to come back to */
  placeNow: () => Aim;
};

/** Keeps the reader's place: at the end it follows, elsewhere what is being read keeps its pixel, whatever comes above or below. */
export function useFollowing(reading: Reading, dividerAt: string | null, on: On): Following {
  const box = useRef<HTMLDivElement>(null);
  const kept = useRef<Kept>({ turn: -1, isPinned: false, anchor: null, scrollTop: 0 });
  const [seen, setSeen] = useState({ isAtEnd: reading.aim.kind === "end", isDividerAbove: false });
  const [restingAt, setRestingAt] = useState<string | null>(null);
  const isEndHeld = holdsEnd(reading.window);

  const remember = (element: HTMLElement) => {
    const isAtEnd = isEndHeld && isPinned(measure(element));
    kept.current = { turn: reading.turn, isPinned: isAtEnd, anchor: anchorOf(element), scrollTop: element.scrollTop };
  };
  const look = (element: HTMLElement) => {
    const viewport = measure(element);
    const now = { isAtEnd: isEndHeld && isPinned(viewport), isDividerAbove: isAbove(element, dividerAt, reading) };
    setSeen((known) => (known.isAtEnd === now.isAtEnd && known.isDividerAbove === now.isDividerAbove ? known : now));
    if (isNearStart(viewport)) on.nearStart();
    if (isNearEnd(viewport)) on.nearEnd();
  };
  const letGo = (element: HTMLElement, isScrolling: boolean) => {
    const extents = elementsOf(element).map((one) => extentOf(element, one));
    const range = keptRange(extents, element.clientHeight, isScrolling);
    if (range) on.tooMany(reading.window.messages, range);
  };
  const drawn = useEffectEvent((element: HTMLElement) => {
    if (kept.current.turn === reading.turn) settle(element, kept.current);
    else {
      takeAim(element, reading.aim);
      remember(element);
    }
    look(element);
    letGo(element, true);
  });
  useLayoutEffect(() => {
    if (box.current) drawn(box.current);
  }, [reading]);
  useMoves(box, {
    scrolled: (element) => {
      if (Math.abs(element.scrollTop - kept.current.scrollTop) >= 1) remember(element);
      look(element);
    },
    rested: (element) => {
      letGo(element, false);
      setRestingAt(lastInView(element));
    },
    resized: (element) => {
      settle(element, kept.current);
      look(element);
    },
  });

  const stand = (aim: Aim) => {
    if (!box.current) return;
    takeAim(box.current, aim);
    remember(box.current);
  };
  const placeNow = useCallback((): Aim => {
    const { isPinned: isFollowed, anchor } = kept.current;
    return isFollowed || !anchor ? { kind: "end" } : { kind: "anchor", ...anchor };
  }, []);
  return { box, ...seen, restingAt, stand, placeNow };
}
