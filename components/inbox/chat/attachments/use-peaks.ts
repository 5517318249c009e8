"use client";

import { useEffect, useState } from "react";
import { keptPeaks, readPeaks, type Peaks } from "@/components/inbox/chat/attachments/peaks";
import { failSound } from "@/components/inbox/chat/attachments/sound";
import { ProblemError } from "@/components/ui/problem-error";
import type { Attachment } from "@/domain/inbox";

const largestBytes = 1_000_000;
const longestSeconds = 600;

/** Whether reading it all for its bars costs little. Without a size the length tells: a voice takes some 2 to 16 kB a second. */
function isSmall({ sizeBytes, durationSeconds }: Attachment): boolean {
  if (durationSeconds !== null && durationSeconds > longestSeconds) return false;
  return sizeBytes === null ? durationSeconds !== null : sizeBytes <= largestBytes;
}

/** The waveform, once the sound comes near; null until then, and for what is large or cannot be read. */
export function usePeaks(attachment: Attachment, isNear: boolean, timesAgain: number): Peaks | null {
  const { url } = attachment;
  const [peaks, setPeaks] = useState<Peaks | null>(() => keptPeaks(url));
  const isWanted = isNear && peaks === null && isSmall(attachment);
  useEffect(() => {
    if (!isWanted) return;
    let isOver = false;
    readPeaks(url, timesAgain)
      .then((read) => {
        if (!isOver) setPeaks(read);
      })
      .catch((error: unknown) => {
        if (!(error instanceof ProblemError)) throw error;
        failSound(url, error);
      });
    return () => {
      isOver = true;
    };
  }, [url, timesAgain, isWanted]);
  return peaks;
}
