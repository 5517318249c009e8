/**
 * How a point in time is said on screen. Pure: the reader's zone and the present moment are passed in, and the words are our own,
 * so that server and browser write the same letters whatever their language data.
 */
const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

type Calendar = { year: number; month: number; day: number; hour: number; minute: number; second: number };

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(zone, format);
  return format;
}

/** A row of the list asks five times for two moments, and the present is the same in all of them. */
const calendars = new Map<string, Calendar>();
const mostCalendars = 500;

/** A moment on the calendar and the clock of a zone. */
export function calendarOf(at: string, zone: string): Calendar {
  const key = `${at} ${zone}`;
  const known = calendars.get(key);
  if (known) return known;
  if (calendars.size >= mostCalendars) calendars.clear();
  const calendar = readCalendar(at, zone);
  calendars.set(key, calendar);
  return calendar;
}

function readCalendar(at: string, zone: string): Calendar {
  const found: Partial<Record<string, number>> = {};
  for (const part of formatFor(zone).formatToParts(new Date(at))) found[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = found;
  return { year, month, day, hour, minute, second };
}

/** Whole days since 1970 on the calendar of the zone: two times are on one day when these are equal. */
function dayNumber({ year, month, day }: Calendar): number {
  return Date.UTC(year, month - 1, day) / dayMs;
}

export const twoDigits = (value: number) => String(value).padStart(2, "0");
const weekday = (number: number) => days[(((number + 4) % 7) + 7) % 7] ?? "";
const monthName = (calendar: Calendar) => months[calendar.month - 1] ?? "";

/** "14:05" */
export function clockTime(at: string, zone: string): string {
  const { hour, minute } = calendarOf(at, zone);
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

export type Present = { now: string; zone: string };

/** Today, Yesterday, the weekday within a week, then "3 March", and the year when it is another one. */
export function dayLabel(at: string, { now, zone }: Present): string {
  const then = calendarOf(at, zone);
  const today = calendarOf(now, zone);
  const daysAgo = dayNumber(today) - dayNumber(then);
  if (daysAgo === 0) return "Today";
  if (daysAgo === 1) return "Yesterday";
  if (daysAgo > 1 && daysAgo < 7) return weekday(dayNumber(then));
  const date = `${String(then.day)} ${monthName(then)}`;
  return then.year === today.year ? date : `${date} ${String(then.year)}`;
}

/** For a row of a list: "14:05" today, "Tue" within a week, then "3 Mar", then "3 Mar 2025". */
export function listTime(at: string, { now, zone }: Present): string {
  const then = calendarOf(at, zone);
  const today = calendarOf(now, zone);
  const daysAgo = dayNumber(today) - dayNumber(then);
  if (daysAgo <= 0 && daysAgo > -1) return `${twoDigits(then.hour)}:${twoDigits(then.minute)}`;
  if (daysAgo > 0 && daysAgo < 7) return weekday(dayNumber(then)).slice(0, 3);
  const date = `${String(then.day)} ${monthName(then).slice(0, 3)}`;
  return then.year === today.year ? date : `${date} ${String(then.year)}`;
}

/** "14:05" today, "Yesterday, 14:05", "Tuesday, 14:05", "3 March, 14:05": when something happened, of which the day may not be said around it. */
export function momentTime(at: string, present: Present): string {
  const day = dayLabel(at, present);
  const clock = clockTime(at, present.zone);
  return day === "Today" ? clock : `${day}, ${clock}`;
}

/** Everything there is to say, for a tooltip: "Monday 2 March 2026, 08:15:30 (Europe/Lisbon)". */
export function fullTime(at: string, zone: string): string {
  const then = calendarOf(at, zone);
  const date = `${weekday(dayNumber(then))} ${String(then.day)} ${monthName(then)} ${String(then.year)}`;
  return `${date}, ${twoDigits(then.hour)}:${twoDigits(then.minute)}:${twoDigits(then.second)} (${zone})`;
}

/** How long ago, in the largest whole unit: "now", "4 min", "3 h", "2 d". */
export function elapsed(since: string, now: string): string {
  const ms = Math.max(0, Date.parse(now) - Date.parse(since));
  if (ms < minuteMs) return "now";
  if (ms < hourMs) return `${String(Math.floor(ms / minuteMs))} min`;
  if (ms < dayMs) return `${String(Math.floor(ms / hourMs))} h`;
  return `${String(Math.floor(ms / dayMs))} d`;
}
