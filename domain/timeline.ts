/**
 * What a conversation shows: days, and in them runs of one sender, system lines apart. Also how freshly read pages join what is
 * already on screen. It decides the structure; the words for times are in times.ts.
 */
import type { Message } from "./inbox";
import { compareShown } from "./message-place";
import { dayKey } from "./times";

export type Run = { kind: "run"; key: string; messages: readonly Message[] };
export type SystemLine = { kind: "system"; key: string; message: Message };
export type TimelineEntry = Run | SystemLine;
export type TimelineDay = { key: string; at: string; entries: readonly TimelineEntry[] };

const runGapMs = 5 * 60_000;

/** One sender, one direction, and at most five minutes since the message before. */
function continuesRun(previous: Message, next: Message): boolean {
  if (previous.direction !== next.direction || previous.sender.id !== next.sender.id) return false;
  return Date.parse(next.sentAt) - Date.parse(previous.sentAt) <= runGapMs;
}

function toEntries(messages: readonly Message[]): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  let run: Message[] = [];
  const close = () => {
    const first = run[0];
    if (first) entries.push({ kind: "run", key: first.id, messages: run });
    run = [];
  };
  for (const message of messages) {
    const previous = run.at(-1);
    if (message.kind === "system" || (previous && !continuesRun(previous, message))) close();
    if (message.kind === "system") entries.push({ kind: "system", key: message.id, message });
    else run.push(message);
  }
  close();
  return entries;
}

/** `messages` oldest first; days are those of the reader's zone. */
export function toTimeline(messages: readonly Message[], zone: string): TimelineDay[] {
  const days = new Map<string, Message[]>();
  for (const message of messages) {
    const key = dayKey(message.sentAt, zone);
    const day = days.get(key);
    if (day) day.push(message);
    else days.set(key, [message]);
  }
  return Array.from(days, ([key, ofDay]) => ({ key, at: ofDay[0]?.sentAt ?? "", entries: toEntries(ofDay) }));
}

/**
 * A page as read just now joins the messages already known. Within the span of the page the page is right: what it no longer
 * holds is gone. `reachesEnd` says that nothing newer exists than what the page holds.
 */
export function joinPage(known: readonly Message[], page: readonly Message[], reachesEnd: boolean): Message[] {
  const first = page[0];
  const last = page.at(-1);
  if (!first || !last) return reachesEnd ? [] : [...known];
  const isOutside = (message: Message) =>
    compareShown(message, first) < 0 || (!reachesEnd && compareShown(message, last) > 0);
  const ids = new Set(page.map(({ id }) => id));
  const rest = known.filter((message) => !ids.has(message.id) && isOutside(message));
  return [...rest, ...page].sort(compareShown);
}

/** True when messages may be missing between the known ones and a newest page read later. */
export function leavesGap(known: readonly Message[], newest: readonly Message[]): boolean {
  const ids = new Set(known.map(({ id }) => id));
  return known.length > 0 && newest.length > 0 && !newest.some(({ id }) => ids.has(id));
}
