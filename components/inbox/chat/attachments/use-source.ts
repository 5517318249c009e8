"use client";

import { useCallback, useRef, useState } from "react";
import { findProblem } from "@/components/ui/fetch-file";
import type { ProblemError } from "@/components/ui/problem-error";
import { askedAgain } from "@/domain/attachment-address";

/** `problem` is null until the reason was read. `isUnreadable`: the bytes come, but this browser cannot show them. */
export type Failed = { state: "failed"; problem: ProblemError | null; isUnreadable: boolean };
export type Source = { state: "loading" | "ready" } | Failed;

const loading: Source = { state: "loading" };

/**
 * What became of a picture or a video, and the address to load it from. After a failure the address is asked for the reason; when it has
 * none any more, all is tried once again. `attempt` is the key of the element that loads. `onChange` is told what becomes of it, never
 * that it began.
 */
export function useSource(url: string, onChange?: (source: Source) => void) {
  const [source, setSource] = useState(loading);
  const [attempt, setAttempt] = useState(0);
  const [timesAgain, setTimesAgain] = useState(0);
  const questions = useRef(0);
  const hasTriedAgain = useRef(false);

  const become = useCallback(
    (next: Source) => {
      questions.current += 1;
      setSource(next);
      onChange?.(next);
      return questions.current;
    },
    [onChange],
  );
  const reload = useCallback(() => {
    become(loading);
    setAttempt((before) => before + 1);
  }, [become]);
  const retry = useCallback(() => {
    reload();
    setTimesAgain((before) => before + 1);
  }, [reload]);
  const onReady = useCallback(() => {
    become({ state: "ready" });
  }, [become]);
  const onError = useCallback(() => {
    const question = become({ state: "failed", problem: null, isUnreadable: false });
    void findProblem(url).then((problem) => {
      if (questions.current !== question) return;
      if (problem !== null || hasTriedAgain.current) {
        become({ state: "failed", problem, isUnreadable: problem === null });
      } else {
        hasTriedAgain.current = true;
        reload();
      }
    });
  }, [url, become, reload]);
  return { source, address: askedAgain(url, timesAgain), attempt, onReady, onError, retry };
}
