"use client";

import { useClock } from "@/components/ui/clock";
import { clockTime, dayLabel, elapsed, fullTime, listTime, momentTime } from "@/domain/times";

type Props = { at: string; as: "clock" | "list" | "day" | "elapsed" | "moment"; className?: string };

/** A time in short, with all of it on hover and for machines. */
export function TimeText({ at, as, className = "" }: Props) {
  const present = useClock();
  const words = {
    clock: () => clockTime(at, present.zone),
    list: () => listTime(at, present),
    day: () => dayLabel(at, present),
    elapsed: () => elapsed(at, present.now),
    moment: () => momentTime(at, present),
  };
  return (
    <time dateTime={at} title={fullTime(at, present.zone)} className={`tabular-nums ${className}`}>
      {words[as]()}
    </time>
  );
}
