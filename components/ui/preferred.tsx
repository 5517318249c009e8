"use client";

import { createContext, use, useCallback, useMemo, useState, type ReactNode } from "react";
import { defaultPreferences, preferencesUrl, type Preferences } from "@/domain/preferences";

type Preferred = {
  preferences: Preferences;
  /** shows it at once and keeps it for the user; what could not be kept goes back. @throws ProblemError */
  change: (told: Partial<Preferences>) => Promise<void>;
};

/** Where nobody is signed in, the defaults hold and nothing can be changed. */
const PreferredContext = createContext<Preferred>({
  preferences: defaultPreferences,
  change: () => Promise.reject(new Error("Preferences change only below a Preferred")),
});

/** What the user has set for themselves, for everything below: first as the server read it, so that nothing is drawn twice. */
export function Preferred({ start, children }: { start: Preferences; children: ReactNode }) {
  const [kept, setKept] = useState(start);
  const [pending, setPending] = useState<readonly Partial<Preferences>[]>([]);
  const change = useCallback(async (told: Partial<Preferences>) => {
    setPending((others) => [...others, told]);
    try {
      const { sendJson } = await import("@/components/ui/fetch-json");
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
  return use(PreferredContext);
}
