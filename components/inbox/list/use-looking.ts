"use client";

import { useEffect, useEffectEvent, type RefObject } from "react";
import { rowsInView, type Rows } from "@/domain/list-window";

const settledMs = 150;
/** The place moves in steps, so that a row more or less asks for nothing new. */
const stepRows = 25;

type Looking = {
  box: RefObject<HTMLElement | null>;
  rows: Rows;
  placeBefore: (index: number) => string | null;
  onLook: (after: string | null) => void;
};

/** Tells, once the scrolling has settled, behind which place the rows in view stand. */
export function useLooking({ box, rows, placeBefore, onLook }: Looking): void {
  const look = useEffectEvent((element: HTMLElement) => {
    const { first } = rowsInView({ scrollTop: element.scrollTop, height: element.clientHeight }, rows);
    onLook(placeBefore(Math.floor(first / stepRows) * stepRows));
  });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        look(element);
      }, settledMs);
    };
    element.addEventListener("scroll", wait, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener("scroll", wait);
      onLook(null);
    };
  }, [box, onLook]);
}
