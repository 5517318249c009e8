/** The days of a zone: which one a moment is on, when one begins, and which names of zones are any. */
import { calendarOf, twoDigits } from "./times";

const dayMs = 24 * 60 * 60_000;

/** A zone name the browser sent; anything that is none counts as UTC. */
export function parseZone(name: string | undefined): string {
  if (name === undefined || !/^[A-Za-z0-9_+\-/]{1,64}$/.test(name)) return "UTC";
  try {
    new Intl.DateTimeFormat("en-GB", { timeZone: name });
    return name;
  } catch (error) {
    if (error instanceof RangeError) return "UTC";
    throw error;
  }
}

/** "2026-03-02": names a day of the zone. */
export function dayKey(at: string, zone: string): string {
  const calendar = calendarOf(at, zone);
  return `${String(calendar.year)}-${twoDigits(calendar.month)}-${twoDigits(calendar.day)}`;
}

/**
 * The instant at which a day of the zone begins; null when the text names none. Where the clocks skip midnight it is the first moment
 * after it.
 */
export function startOfDay(key: string, zone: string): string | null {
  const midnight = Date.parse(`${key}T00:00:00.000Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(key) || Number.isNaN(midnight)) return null;
  const candidates = [midnight - dayMs, midnight + dayMs].map((near) => midnight - offsetMs(near, zone));
  const starts = candidates.map((ms) => new Date(ms).toISOString()).filter((at) => dayKey(at, zone) === key);
  return starts.sort()[0] ?? null;
}

/** How far the zone's clocks are ahead of UTC at an instant. */
function offsetMs(ms: number, zone: string): number {
  const { year, month, day, hour, minute, second } = calendarOf(new Date(ms).toISOString(), zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}
