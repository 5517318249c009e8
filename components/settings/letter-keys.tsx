"use client";

import { useState } from "react";
import { ProblemError } from "@/components/ui/problem-error";
import { Notice } from "@/components/ui/notice";
import { usePreferences } from "@/components/ui/preferred";
import { Switch } from "@/components/ui/switch";

/** Whether single characters are commands. Speech input and tremor press them unmeant. */
export function LetterKeys() {
  const { preferences, change } = usePreferences();
  const [problem, setProblem] = useState<string | null>(null);
  const turn = async (hasLetterKeys: boolean) => {
    setProblem(null);
    try {
      await change({ hasLetterKeys });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error.title);
    }
  };
  return (
    <div className="flex flex-col gap-3">
      <Switch
        label="Single characters are commands"
        hint="Off, J, K, ? and the like do nothing: useful with speech input. Escape, Enter and the arrows always work."
        isOn={preferences.hasLetterKeys}
        onChange={(isOn) => void turn(isOn)}
      />
      {problem === null ? null : <Notice look="problem">{problem}</Notice>}
    </div>
  );
}
