"use client";

import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import type { Present } from "@/domain/times";

const ClockContext = createContext<Present | null>(null);

const tickMs = 30_000;
const never = () => () => undefined;
const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The present for everything that shows times: first as the server rendered it, then as the reader's own clock goes on. */
export function Clock({ start, children }: { start: Present; children: ReactNode }) {
  const zone = useSyncExternalStore(never, zoneHere, () => start.zone);
  const [now, setNow] = useState(start.now);
  useEffect(() => {
    const tick = () => {
      setNow(new Date().toISOString());
    };
    const timer = setInterval(tick, tickMs);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, []);
  return <ClockContext value={{ now, zone }}>{children}</ClockContext>;
}

export function useClock(): Present {
  const present = use(ClockContext);
  if (!present) throw new Error("useClock needs a Clock above it");
  return present;
}
