/** How a sound is listened to: its speeds, where a key moves to, and what a waveform shows of it. */
import { durationWords } from "./file-measures";

export const speeds = [1, 1.5, 2] as const;
export type Speed = (typeof speeds)[number];

/** What was kept, if it is a speed we have. */
export function speedOf(kept: string | null): Speed {
  return speeds.find((speed) => String(speed) === kept) ?? 1;
}

export function nextSpeed(speed: Speed): Speed {
  return speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? 1;
}

/** Where a key on the waveform leads, in seconds; null for a key that means nothing there. */
export function soughtBy(key: string, seconds: number, durationSeconds: number): number | null {
  const step = durationSeconds > 60 ? 5 : 1;
  const targets: Partial<Record<string, number>> = {
    ArrowRight: seconds + step,
    ArrowUp: seconds + step,
    ArrowLeft: seconds - step,
    ArrowDown: seconds - step,
    PageUp: seconds + durationSeconds / 10,
    PageDown: seconds - durationSeconds / 10,
    Home: 0,
    End: durationSeconds,
  };
  const target = Object.hasOwn(targets, key) ? targets[key] : undefined;
  return target === undefined ? null : Math.min(Math.max(0, target), durationSeconds);
}

/** "0:03 of 0:17" */
export function progressWords(seconds: number, durationSeconds: number | null): string {
  const elapsed = durationWords(Math.floor(seconds));
  return durationSeconds === null ? elapsed : `${elapsed} of ${durationWords(durationSeconds)}`;
}

export const barCount = 40;

/** Bars of a sound nobody has heard yet. */
export const flatPeaks: readonly number[] = Array.from({ length: barCount }, () => 0);

/** The loudest sample of each stretch, between 0 and 1, where 1 is the loudest of all. Silence stays flat. */
export function peaksOf(samples: ArrayLike<number>): number[] {
  const loudest = Array.from({ length: barCount }, (_, bar) => {
    const end = Math.floor(((bar + 1) * samples.length) / barCount);
    let peak = 0;
    for (let place = Math.floor((bar * samples.length) / barCount); place < end; place += 1) {
      peak = Math.max(peak, Math.abs(samples[place] ?? 0));
    }
    return peak;
  });
  const most = Math.max(...loudest);
  return most < audible ? [...flatPeaks] : loudest.map((peak) => peak / most);
}

/** Below this a recording is noise, and making it look loud would be a lie. */
const audible = 0.004;

/** The bars as one line drawing in a box of `barCount` × 2 units, each around the middle. */
export function barsPath(peaks: readonly number[]): string {
  return peaks
    .map((peak, bar) => {
      const half = Math.max(lowestBar, peak * tallestBar).toFixed(2);
      return `M${String(bar + 0.5)} ${(1 - Number(half)).toFixed(2)}v${(Number(half) * 2).toFixed(2)}`;
    })
    .join("");
}

const lowestBar = 0.06;
const tallestBar = 0.9;
