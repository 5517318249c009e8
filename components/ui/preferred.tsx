"use client";

import { createContext, use, useCallback, useMemo, useState, type ReactNode } from "react";
import { sendJson } from "@/components/ui/fetch-json";
import { preferencesUrl, type Preferences } from "@/domain/preferences";

type Preferred = {
  preferences: Preferences;
  /** shows it at once and keeps it for the user; what could not be kept goes back. @throws ProblemError */
  change: (told: Partial<Preferences>) => Promise<void>;
};

const PreferredContext = createContext<Preferred | null>(null);

/** What the user has set for themselves, for everything below: first as the server read it, so that nothing is drawn twice. */
export function Preferred({ start, children }: { start: Preferences; children: ReactNode }) {
  const [kept, setKept] = useState(start);
  const [pending, setPending] = useState<readonly Partial<Preferences>[]>([]);
  const change = useCallback(async (told: Partial<Preferences>) => {
    setPending((others) => [...others, told]);
    try {
      await sendJson("PUT", preferencesUrl, told);
      setKept((now) => ({ ...now, ...told }));
    } finally {
      setPending((others) => others.filter((one) => one !== told));
    }
  }, []);
  const value = useMemo(
    () => ({ preferences: pending.reduce<Preferences>((now, told) => ({ ...now, ...told }), kept), change }),
    [kept, pending, change],
  );
  return <PreferredContext value={value}>{children}</PreferredContext>;
}

export function usePreferences(): Preferred {
  const preferred = use(PreferredContext);
  if (!preferred) throw new Error("usePreferences needs a Preferred above it");
  return preferred;
}
