"use client";

import type { KeyboardEvent } from "react";
import { barCount, barsPath, progressWords, soughtBy } from "@/domain/playback";

type Props = {
  bars: readonly number[];
  seconds: number;
  /** null until somebody knows; then there is nothing to seek in */
  durationSeconds: number | null;
  isPlaying: boolean;
  name: string;
  onSeek: (seconds: number) => void;
};

function Bars({ path, className, shown }: { path: string; className: string; shown: number }) {
  return (
    <svg
      viewBox={`0 0 ${String(barCount)} 2`}
      preserveAspectRatio="none"
      aria-hidden
      className={`absolute inset-0 size-full forced-color-adjust-none ${className}`}
      style={{ clipPath: `inset(0 ${String(100 - shown)}% 0 0)` }}
    >
      <path d={path} stroke="currentColor" strokeWidth={2.5} strokeLinecap="round" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

/** The bars of a sound, and the slider that lies over them. */
export function Waveform({ bars, seconds, durationSeconds, isPlaying, name, onSeek }: Props) {
  const total = durationSeconds ?? 0;
  const shown = total === 0 ? 0 : Math.min(100, (seconds / total) * 100);
  const path = barsPath(bars);
  const press = (event: KeyboardEvent) => {
    const target = soughtBy(event.key, seconds, total);
    if (target === null) return;
    event.preventDefault();
    event.stopPropagation();
    onSeek(target);
  };
  return (
    <span className="rounded-control has-[:focus-visible]:outline-ring touch:h-11 relative block h-8 min-w-0 flex-1 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2">
      <Bars path={path} shown={100} className="text-fg/30 forced-colors:text-[GrayText]" />
      <Bars
        path={path}
        shown={shown}
        className={`text-accent forced-colors:text-[Highlight] ${isPlaying ? "transition-[clip-path] duration-250 ease-linear" : ""}`}
      />
      <input
        type="range"
        min={0}
        max={total}
        step="any"
        value={Math.min(seconds, total)}
        disabled={durationSeconds === null}
        aria-label={name}
        aria-valuetext={progressWords(seconds, durationSeconds)}
        onKeyDown={press}
        onChange={(event) => {
          onSeek(event.currentTarget.valueAsNumber);
        }}
        className="absolute inset-0 size-full cursor-pointer opacity-0 disabled:cursor-default"
      />
    </span>
  );
}
