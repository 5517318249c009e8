/**
 * What a conversation shows: days, and in them lines of messages, grouped into runs of one sender, with system lines and the divider
 * before what is new apart. It decides the structure; the words for times are in times.ts.
 */
import type { Message } from "./inbox";
import { comparePlaces, placeOf } from "./message-place";
import { dayKey } from "./calendar-days";

/** `isFirst` and `isLast`: its place in the run, whose inner corners and gaps are smaller. */
export type MessageLine = { kind: "message"; key: string; message: Message; isFirst: boolean; isLast: boolean };
export type TimelineLine =
  MessageLine | { kind: "system"; key: string; message: Message } | { kind: "divider"; key: string };
export type TimelineDay = { key: string; at: string; lines: readonly TimelineLine[] };

const runGapMs = 5 * 60_000;

/** Same sender, same side, and at most five minutes since the message before. */
function isOneRun(previous: Message, next: Message): boolean {
  if (previous.kind === "system" || next.kind === "system") return false;
  if (previous.direction !== next.direction || previous.sender.id !== next.sender.id) return false;
  return Date.parse(next.sentAt) - Date.parse(previous.sentAt) <= runGapMs;
}

function toLine(message: Message, isFirst: boolean): TimelineLine {
  if (message.kind === "system") return { kind: "system", key: message.id, message };
  return { kind: "message", key: message.id, message, isFirst, isLast: true };
}

function toLines(messages: readonly Message[], dividerAt: string | null): TimelineLine[] {
  const lines: TimelineLine[] = [];
  let previous: Message | null = null;
  for (const message of messages) {
    const isDivided = dividerAt !== null && isDividerBetween(previous, message, dividerAt);
    const continues = previous !== null && !isDivided && isOneRun(previous, message);
    const last = lines.at(-1);
    if (continues && last?.kind === "message") lines[lines.length - 1] = { ...last, isLast: false };
    if (isDivided) lines.push({ kind: "divider", key: "divider" });
    lines.push(toLine(message, !continues));
    previous = message;
  }
  return lines;
}

function isDividerBetween(previous: Message | null, next: Message, dividerAt: string): boolean {
  if (comparePlaces(placeOf(next), dividerAt) < 0) return false;
  return previous === null || comparePlaces(placeOf(previous), dividerAt) < 0;
}

/**
 * `messages` oldest first; days are those of the reader's zone. The divider stands before the first message from `dividerAt` on, a
 * place, so that it stays where it is whatever becomes of that message; null shows none.
 */
export function toTimeline(messages: readonly Message[], zone: string, dividerAt: string | null): TimelineDay[] {
  const days = new Map<string, Message[]>();
  for (const message of messages) {
    const key = dayKey(message.sentAt, zone);
    const day = days.get(key);
    if (day) day.push(message);
    else days.set(key, [message]);
  }
  let before = "";
  return Array.from(days, ([key, ofDay]) => {
    const isHere = dividerAt !== null && comparePlaces(dividerAt, before) > 0;
    before = ofDay.map(placeOf).at(-1) ?? before;
    return { key, at: ofDay[0]?.sentAt ?? "", lines: toLines(ofDay, isHere ? dividerAt : null) };
  });
}
