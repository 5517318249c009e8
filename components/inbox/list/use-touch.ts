"use client";

import { useEffect, useState, type FocusEvent, type PointerEvent, type RefObject } from "react";

/** Less than this is the top: a finger that rests there has scrolled nothing. */
const topPx = 4;

type Touch = { box: RefObject<HTMLElement | null>; onTouch: (isTouched: boolean) => void };

/** A reader has the list in hand while the pointer or the focus is on a row, and while it is scrolled away from its top. */
export function useTouch({ box, onTouch }: Touch) {
  const [isPointed, setIsPointed] = useState(false);
  const [isFocused, setIsFocused] = useState(false);
  const [isAway, setIsAway] = useState(false);
  const isTouched = isPointed || isFocused || isAway;
  useEffect(() => {
    onTouch(isTouched);
  }, [isTouched, onTouch]);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      setIsAway(element.scrollTop > topPx);
    };
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      element.removeEventListener("scroll", look);
      onTouch(false);
    };
  }, [box, onTouch]);
  return {
    onPointerMove: (event: PointerEvent) => {
      if (event.pointerType !== "touch") setIsPointed(true);
    },
    onPointerLeave: () => {
      setIsPointed(false);
    },
    onFocus: () => {
      setIsFocused(true);
    },
    onBlur: (event: FocusEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget)) setIsFocused(false);
    },
  };
}
