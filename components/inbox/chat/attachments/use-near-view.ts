"use client";

import { useCallback, useState } from "react";

/** The box whose scrolling decides what is seen. */
function scrollerOf(element: Element): Element | null {
  for (let box = element.parentElement; box; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return null;
}

/** True once the element has come within a screen of what is seen, so that nothing is fetched that nobody may look at. */
export function useNearView(): { watch: (element: Element | null) => (() => void) | undefined; isNear: boolean } {
  const [isNear, setIsNear] = useState(false);
  const watch = useCallback((element: Element | null) => {
    if (!element) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        setIsNear(true);
        observer.disconnect();
      },
      { root: scrollerOf(element), rootMargin: "100% 0px" },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  return { watch, isNear };
}
