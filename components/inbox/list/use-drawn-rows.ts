"use client";

import { useLayoutEffect, useState, type RefObject } from "react";
import { drawnAtStart, isSameStep, rowsToDraw, type Box, type RowRange, type Rows } from "@/domain/list-window";

/** Which rows stand near enough to what is seen in the box. */
export function useDrawnRows(box: RefObject<HTMLElement | null>, rows: Rows): RowRange {
  const [seen, setSeen] = useState<Box | null>(null);
  const { height } = rows;
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const next = { scrollTop: element.scrollTop, height: element.clientHeight };
      if (next.height > 0) setSeen((now) => (now !== null && isSameStep(now, next, height) ? now : next));
    };
    // says once at the start how large it is
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", measure);
    };
  }, [box, height]);
  return seen === null ? { ...drawnAtStart, end: Math.min(drawnAtStart.end, rows.count) } : rowsToDraw(seen, rows);
}
