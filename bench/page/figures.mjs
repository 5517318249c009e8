/** What is made of the stamps that a page took: pure, so that it can be tested without a browser. */

/** The longest pause between two layout shifts of one window, and the longest window, as browsers define CLS. */
const shiftGapMs = 1000;
const shiftWindowMs = 5000;
/** A frame that took longer is one that a person sees. */
const slowFrameMs = 50;

export function median(values) {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Cumulative layout shift: the largest sum within one window of shifts. Those that follow an input within half a second are expected.
 * @param {{ startTime: number, value: number, hadRecentInput: boolean }[]} shifts in the order of their time
 */
export function layoutShiftScore(shifts) {
  let worst = 0;
  let open = null;
  for (const { startTime, value, hadRecentInput } of shifts) {
    if (hadRecentInput) continue;
    const continues = open && startTime - open.lastAt < shiftGapMs && startTime - open.firstAt < shiftWindowMs;
    open = continues
      ? { ...open, lastAt: startTime, sum: open.sum + value }
      : { firstAt: startTime, lastAt: startTime, sum: value };
    worst = Math.max(worst, open.sum);
  }
  return worst;
}

/**
 * The events of one interaction (pointer down, up, click; key down, up) count as their longest, and events without an interaction not at
 * all. Browsers report nothing shorter than 16 ms.
 * @returns of each interaction its longest event, the slowest interaction first
 */
export function interactions(events) {
  const longest = new Map();
  for (const event of events) {
    if (!event.interactionId) continue;
    const known = longest.get(event.interactionId);
    if (!known || known.duration < event.duration) longest.set(event.interactionId, event);
  }
  return Array.from(longest.values()).sort((left, right) => right.duration - left.duration);
}

/** "click 72 ms: 3 waiting, 41 running, 28 until painted" */
export function interactionWords({ name, duration, startTime, processingStart, processingEnd }) {
  const waiting = Math.round(processingStart - startTime);
  const running = Math.round(processingEnd - processingStart);
  const painting = Math.max(0, Math.round(startTime + duration - processingEnd));
  return `${name} ${duration} ms: ${waiting} waiting, ${running} running, ${painting} until painted`;
}

/** @param {number[]} stamps when each frame began, in ms */
export function frames(stamps) {
  if (stamps.length < 2) return null;
  const gaps = stamps.slice(1).map((stamp, place) => stamp - stamps[place]);
  const elapsedMs = stamps.at(-1) - stamps[0];
  return {
    perSecond: (gaps.length * 1000) / elapsedMs,
    slowShare: gaps.filter((gap) => gap > slowFrameMs).length / gaps.length,
    longestMs: Math.max(...gaps),
  };
}

/**
 * How long after it was sent each message was painted. One that a later message of its chat has overtaken was never to be seen: it counts as
 * painted with the one that overtook it.
 * @param {{ chat: number, sentAt: number, paintedAt: number | null }[]} messages in the order in which they were sent
 * @returns `{ latenciesMs, missed }`
 */
export function arrivals(messages) {
  const shownAt = messages.map(({ chat }, place) => {
    const sameOrLater = messages.slice(place).filter((other) => other.chat === chat && other.paintedAt !== null);
    return sameOrLater.length === 0 ? null : Math.min(...sameOrLater.map(({ paintedAt }) => paintedAt));
  });
  const latencies = shownAt.map((at, place) => at !== null && at - messages[place].sentAt);
  return {
    latenciesMs: latencies.filter((latency) => latency !== false),
    missed: shownAt.filter((at) => at === null).length,
  };
}

/**
 * Whether what was measured keeps its goal: `most` and `least` are inclusive. What could not be measured has kept nothing.
 * @returns null when there is no goal
 */
export function isKept({ value, most, least }) {
  if (most === undefined && least === undefined) return null;
  if (value === null || Number.isNaN(value)) return false;
  return (most === undefined || value <= most) && (least === undefined || value >= least);
}
