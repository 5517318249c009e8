/** What a campaign insists on, and how it waits for it. */
import { setTimeout as sleep } from "node:timers/promises";

/** The sentence says what was found, not what was hoped for. */
export function demand(condition, sentence) {
  if (!condition) throw Object.assign(new Error(sentence), { isDemand: true });
}

export function demandEqual(found, wanted, what) {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  demand(a === b, `${what}: found ${a}, wanted ${b}`);
}

/** Asks until the answer is truthy, and returns it. */
export async function until(ask, { what, timeoutMs = 30_000, pauseMs = 50 }) {
  const endsAt = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    demand(performance.now() < endsAt, `${what} did not come true within ${timeoutMs / 1000} s`);
    await sleep(pauseMs);
  }
}
