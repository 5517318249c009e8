"use client";

import { useCallback, useState } from "react";
import { ProblemError } from "@/components/ui/problem-error";

export type Outcome = { look: "problem" | "success"; words: string };

type Act = {
  isUnderWay: boolean;
  outcome: Outcome | null;
  /** Runs one thing at a time; a string it answers is how it went. */
  run: (act: () => Promise<string | null>) => Promise<void>;
};

/** What went wrong in the server's own words. */
export function problemWords({ title, more }: ProblemError): string {
  return [title, more.detail ?? ""].join(" ").trim();
}

/** A button's work and how it went, in a sentence. */
export function useAct(atStart: Outcome | null = null): Act {
  const [isUnderWay, setIsUnderWay] = useState(false);
  const [outcome, setOutcome] = useState(atStart);
  const run = useCallback(async (act: () => Promise<string | null>) => {
    setIsUnderWay(true);
    setOutcome(null);
    try {
      const words = await act();
      if (words !== null) setOutcome({ look: "success", words });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setOutcome({ look: "problem", words: problemWords(error) });
    } finally {
      setIsUnderWay(false);
    }
  }, []);
  return { isUnderWay, outcome, run };
}
