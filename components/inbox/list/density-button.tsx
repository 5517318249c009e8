"use client";

import { Rows3 } from "lucide-react";
import { ProblemError } from "@/components/ui/problem-error";
import { IconButton } from "@/components/ui/icon-button";
import { usePreferences } from "@/components/ui/preferred";

/** How high the rows are; kept for the user. */
export function DensityButton() {
  const { preferences, change } = usePreferences();
  const isCompact = preferences.density === "compact";
  const toggle = async () => {
    try {
      await change({ density: isCompact ? "comfortable" : "compact" });
    } catch (error) {
      // it goes back by itself
      if (!(error instanceof ProblemError)) throw error;
    }
  };
  return (
    <IconButton name="Compact rows" aria-pressed={isCompact} onClick={() => void toggle()}>
      <Rows3 size={18} aria-hidden />
    </IconButton>
  );
}
