"use client";

import { useCallback, useLayoutEffect, useRef } from "react";

/** The same function for as long as the component lives, which does what the newest one given would: for what is drawn only when it changes. */
export function useLatest<Given extends unknown[]>(run: (...given: Given) => void): (...given: Given) => void {
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  return useCallback((...given: Given) => {
    latest.current(...given);
  }, []);
}
