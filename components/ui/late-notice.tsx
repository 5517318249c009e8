"use client";

import { useEffect, useState, type ReactNode } from "react";

const patienceMs = 3_000;

/** A thin bar that appears when its cause has lasted a while. */
export function LateNotice({ children }: { children: ReactNode }) {
  const [isDue, setIsDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsDue(true);
    }, patienceMs);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <div role="status" className={isDue ? "bg-note text-fg text-meta px-5 py-1 font-medium" : "sr-only"}>
      {isDue ? children : ""}
    </div>
  );
}
