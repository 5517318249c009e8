/**
 * Counts who fails to show the secret, so that a flood of strangers costs less and shows in the log. Never in the way of whoever
 * shows it. Counts are of one process and one minute, and forgotten rather than kept without bound.
 */
import { log } from "../../log";

const windowMs = 60_000;
const mostFailures = 1000;
const mostSources = 10_000;

export type Strangers = {
  /** True when this source has failed more than 1,000 times within the minute. */
  isTooMany(source: string): boolean;
};

export function createStrangers(now: () => number = Date.now): Strangers {
  let failures = new Map<string, number>();
  let windowEndsAt = 0;
  return {
    isTooMany(source) {
      if (now() >= windowEndsAt || failures.size >= mostSources) {
        failures = new Map();
        windowEndsAt = now() + windowMs;
      }
      const count = (failures.get(source) ?? 0) + 1;
      failures.set(source, count);
      if (isWorthALine(count))
        log.warn({ source, failures: count }, "deliveries without the webhook secret within a minute");
      return count > mostFailures;
    },
  };
}

/** The 1st, 10th, 100th … of a minute. */
function isWorthALine(count: number): boolean {
  return /^10*$/.test(String(count));
}
