"use client";

import { useSyncExternalStore } from "react";

const isFocused = () => document.visibilityState === "visible" && document.hasFocus();

function subscribe(onChange: () => void): () => void {
  window.addEventListener("focus", onChange);
  window.addEventListener("blur", onChange);
  document.addEventListener("visibilitychange", onChange);
  return () => {
    window.removeEventListener("focus", onChange);
    window.removeEventListener("blur", onChange);
    document.removeEventListener("visibilitychange", onChange);
  };
}

/** True while this window has the focus and can be seen. */
export function useFocusedWindow(): boolean {
  return useSyncExternalStore(subscribe, isFocused, () => false);
}
