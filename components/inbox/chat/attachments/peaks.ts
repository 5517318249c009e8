"use client";

import { fetchFile } from "@/components/ui/fetch-file";
import { askedAgain } from "@/domain/attachment-address";
import { peaksOf } from "@/domain/playback";

export type Peaks = { bars: readonly number[]; durationSeconds: number };

/** Voices have little above it, and a long note stays small in memory. */
const sampleRate = 8000;

const known = new Map<string, Peaks>();
let before: Promise<unknown> = Promise.resolve();

export const keptPeaks = (url: string): Peaks | null => known.get(url) ?? null;

/** Null when this browser cannot read the sound. Throws ProblemError when the bytes cannot be had. One after the other: nobody waits for bars. */
export function readPeaks(url: string, timesAgain: number): Promise<Peaks | null> {
  const reading = before.then(() => read(url, timesAgain));
  before = reading.catch(() => undefined);
  return reading;
}

async function read(url: string, timesAgain: number): Promise<Peaks | null> {
  const { file } = await fetchFile(askedAgain(url, timesAgain));
  const sound = await decode(await file.arrayBuffer());
  if (sound === null) return null;
  const peaks = { bars: peaksOf(sound.getChannelData(0)), durationSeconds: sound.duration };
  known.set(url, peaks);
  return peaks;
}

async function decode(bytes: ArrayBuffer): Promise<AudioBuffer | null> {
  try {
    return await new OfflineAudioContext(1, 1, sampleRate).decodeAudioData(bytes);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
