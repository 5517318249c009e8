"use client";

import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import type { Message } from "@/domain/inbox";
import { isNearStart, isPinned, scrollTopAfter, type Viewport } from "@/domain/scroll";

type Kept = { isPinned: boolean; anchor: { id: string; top: number } | null };

/** The box is laid out from its end (column-reverse), so its own scrollTop is 0 there and negative above. */
const startOf = (box: HTMLElement) => box.scrollHeight - box.clientHeight;

const measure = (box: HTMLElement): Viewport => ({
  scrollTop: startOf(box) + box.scrollTop,
  height: box.clientHeight,
  contentHeight: box.scrollHeight,
});

const topOf = (box: HTMLElement, id: string): number | null => {
  const found = box.querySelector(`[data-message="${CSS.escape(id)}"]`);
  return found ? found.getBoundingClientRect().top - box.getBoundingClientRect().top : null;
};

/** The first message that is in view, and where it stands. */
function findAnchor(box: HTMLElement): Kept["anchor"] {
  const boxTop = box.getBoundingClientRect().top;
  for (const element of box.querySelectorAll<HTMLElement>("[data-message]")) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > boxTop) return { id: element.dataset.message ?? "", top: top - boxTop };
  }
  return null;
}

function settle(box: HTMLElement, kept: Kept): void {
  const now = kept.anchor ? topOf(box, kept.anchor.id) : null;
  const anchor = kept.anchor && now !== null ? { before: kept.anchor, now: { top: now } } : null;
  const target = scrollTopAfter(measure(box), kept.isPinned, anchor) - startOf(box);
  if (Math.abs(target - box.scrollTop) >= 0.5) box.scrollTop = target;
}

export type Following = {
  box: RefObject<HTMLDivElement | null>;
  isAtEnd: boolean;
  onScroll: () => void;
  toEnd: () => void;
};

/** Keeps the reader's place: at the end it follows, elsewhere what is being read keeps its pixel, whatever comes above or below. */
export function useFollowing(messages: readonly Message[], onNearStart: () => void): Following {
  const box = useRef<HTMLDivElement>(null);
  const kept = useRef<Kept>({ isPinned: true, anchor: null });
  const [isAtEnd, setIsAtEnd] = useState(true);

  const remember = useCallback(() => {
    if (!box.current) return;
    const viewport = measure(box.current);
    kept.current = { isPinned: isPinned(viewport), anchor: findAnchor(box.current) };
    setIsAtEnd(kept.current.isPinned);
    if (isNearStart(viewport)) onNearStart();
  }, [onNearStart]);

  useLayoutEffect(() => {
    if (!box.current) return;
    settle(box.current, kept.current);
    remember();
  }, [messages, remember]);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      settle(element, kept.current);
    });
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => {
      observer.disconnect();
    };
  }, []);

  const toEnd = useCallback(() => {
    if (box.current) box.current.scrollTop = 0;
  }, []);
  return { box, isAtEnd, onScroll: remember, toEnd };
}
