/**
 * Whether an account is quieter than its own rhythm: it counts as connected, and yet nothing arrives at hours at which it usually does.
 * The rhythm is told hour by hour of the week, so that nights and weekends are as quiet as they always are. An account whose rhythm
 * is not known yet is never quiet.
 */
import type { Account } from "./inbox";

const hourMs = 3_600_000;
const weekHours = 168;

/** How far back the rhythm is told, counted from the last event. */
const rhythmWeeks = 4;
export const rhythmHours = rhythmWeeks * weekHours;
/** Silence that is shorter says nothing at any account. */
const patienceHours = 12;
/** So many hours of silence in which, going by its past, something was to be expected. */
const missedHours = 6;
/** An account at which so much time brings less is hardly used, and not quiet. */
const longestHours = 2 * rhythmHours;

/** An hour of time, counted from 1970. */
export type Hour = number;

export const hourOf = (at: string): Hour => Math.floor(Date.parse(at) / hourMs);

export type Rhythm = {
  /** hours in which anything arrived, in any order */
  activeHours: readonly Hour[];
  now: string;
};

/** Of the weeks that are known, the share in which something arrived at this hour; by the hour of the week. */
function sharesOf(activeHours: readonly Hour[], last: Hour): Map<number, number> | null {
  const known = activeHours.filter((hour) => hour <= last && hour > last - rhythmHours);
  const first = known.reduce((earliest, hour) => Math.min(earliest, hour), last);
  if (last - first < weekHours) return null;
  const weeks = Math.ceil((last - first + 1) / weekHours);
  const shares = new Map<number, number>();
  for (const hour of new Set(known)) {
    const ofWeek = hour % weekHours;
    shares.set(ofWeek, (shares.get(ofWeek) ?? 0) + 1 / weeks);
  }
  return shares;
}

type Silence = Pick<Account, "state" | "lastEventAt">;

/** False for nearly every account, whatever its rhythm. */
export function mayBeQuiet({ state, lastEventAt }: Silence, now: string): boolean {
  if (state !== "ok" || lastEventAt === null) return false;
  return Date.parse(now) - Date.parse(lastEventAt) >= patienceHours * hourMs;
}

export function isQuiet(silence: Silence, { activeHours, now }: Rhythm): boolean {
  const { lastEventAt } = silence;
  if (lastEventAt === null || !mayBeQuiet(silence, now)) return false;
  const last = hourOf(lastEventAt);
  const shares = sharesOf(activeHours, last);
  if (shares === null) return false;
  const end = Math.min(hourOf(now), last + longestHours);
  let missed = 0;
  for (let hour = last + 1; hour < end && missed < missedHours; hour += 1) missed += shares.get(hour % weekHours) ?? 0;
  return missed > missedHours - 0.001;
}
