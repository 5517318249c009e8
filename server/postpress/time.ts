/**
 * The vendor's ISO 8601 stamps. What is no such stamp reads as null and leaves the arrival time to decide, in place of what
 * JavaScript would make of it (30 February, a local time, a year of six digits).
 */

const stamp = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** A stamp without a zone is in UTC, as all of the vendor's are. */
export function parseStamp(told: string | null): string | null {
  const match = stamp.exec(told?.trim() ?? "");
  if (!match) return null;
  const [, day = "", clock = "", zone = "Z"] = match;
  if (!isCalendarDay(day)) return null;
  const zoned = zone.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
  const instant = new Date(`${day}T${clock.replace(",", ".")}${zoned}`);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}

function isCalendarDay(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}
