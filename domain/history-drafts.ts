/** The lines of a message's history while they are being put together. */
import type { MessageEvent } from "./events";
import type { HistoryKind, HistoryLine } from "./inbox";

/** A line before it is put in order; what has no time stands where it was learnt. */
export type Draft = HistoryLine & { learntAt: string };

/** A delivery that told something about the message, by its id. */
export type AboutMessage = { id: string; event: MessageEvent };

const order: readonly HistoryKind[] = [
  "written",
  "kept",
  "delivered",
  "read",
  "read-elsewhere",
  "chat-read",
  "edited",
  "reacted",
  "took-back",
  "deleted",
  "asked",
  "unclear",
];

export function draft(kind: HistoryKind, told: Partial<Draft> & { key: string; learntAt: string }): Draft {
  return { kind, at: null, person: null, emoji: null, change: null, deliveryIds: [], ...told };
}

/** Of one moment the line that tells an earlier stage comes first. */
export function byTime(one: Draft, other: Draft): number {
  const [left, right] = [one.at ?? one.learntAt, other.at ?? other.learntAt];
  if (left !== right) return left < right ? -1 : 1;
  return order.indexOf(one.kind) - order.indexOf(other.kind);
}
