/** Runs the demo: first the history as webhooks, quickly, with a few repeats and swaps; then life, one happening every few seconds. */
import { inBurst, shuffledNearby, withRepeats } from "../disorder";
import { createRandom } from "../random";
import type { WebhookPayload } from "../webhook-body";
import type { VendorMessage, World } from "../world";
import { createHistory } from "./history";
import type { HappeningKind, Life } from "./life";
import { createLife } from "./life";
import type { Happening } from "./play";

export type DemoOptions = {
  world: World;
  seed: string;
  now: () => number;
  send: (payload: WebhookPayload) => Promise<unknown>;
  /** resolves when somebody listens at the other end; the history waits for it */
  listening: () => Promise<void>;
  /** the moment the history ends */
  epochMs?: number;
  /** about this long between two happenings */
  paceMs?: number;
};

export type DemoRun = {
  /** resolves when the whole history was sent */
  told: Promise<void>;
  /** makes something happen now; answers how many webhooks it takes */
  happen(kind?: HappeningKind): number;
  answer(message: VendorMessage): void;
  stop(): void;
};

const usualPaceMs = 3500;
/** an epoch older than this belongs to an earlier run, which told what the stories have for the present */
const storiesTakeMs = 10 * 60_000;
const burstWidth = 6;
const repeatShare = 0.02;
const swapReach = 4;

export function startDemo(options: DemoOptions): DemoRun {
  const { world, seed, now } = options;
  const epochMs = options.epochMs ?? now();
  const { scenes, happenings } = createHistory(world, epochMs);
  const disorder = createRandom(`${seed} disorder`);
  world.random = createRandom(`${seed} ${String(now())}`);
  const isRetold = now() - epochMs > storiesTakeMs;
  const life = createLife(world, scenes, { isRetold });
  const timers = createTimers();
  const sendLater = (due: readonly Happening[]) => {
    for (const { atMs, payload } of due) timers.after(atMs - now(), () => void options.send(payload));
    return due.length;
  };
  const tell = (payload: WebhookPayload) => (timers.isStopped() ? Promise.resolve() : options.send(payload));
  const told = options.listening().then(() => tellHistory(happenings, disorder, tell));
  void told.then(() => goOn({ life, timers, sendLater, options }));
  return {
    told,
    happen: (kind) => sendLater(life.step(now(), kind)),
    answer: (message) => void sendLater(life.answer(message, now())),
    stop: timers.stop,
  };
}

/** Statuses come last and alone: they carry no time, so their order is all they have. */
async function tellHistory(
  happenings: readonly Happening[],
  disorder: ReturnType<typeof createRandom>,
  send: (payload: WebhookPayload) => Promise<unknown>,
): Promise<void> {
  const payloads = happenings.map(({ payload }) => payload);
  const statuses = payloads.filter((payload) => "AccountStatus" in payload);
  const events = payloads.filter((payload) => !("AccountStatus" in payload));
  const disordered = shuffledNearby(withRepeats(events, repeatShare, disorder), swapReach, disorder);
  await inBurst(disordered, burstWidth, send);
  await inBurst(statuses, 1, send);
}

type Going = { life: Life; timers: Timers; sendLater: (due: readonly Happening[]) => number; options: DemoOptions };

function goOn(going: Going): void {
  const { life, timers, sendLater, options } = going;
  const paceMs = options.paceMs ?? usualPaceMs;
  timers.after(paceMs * (0.5 + options.world.random.next()), () => {
    sendLater(life.step(options.now()));
    goOn(going);
  });
}

type Timers = ReturnType<typeof createTimers>;

function createTimers() {
  const waiting = new Set<NodeJS.Timeout>();
  let hasStopped = false;
  return {
    after: (delayMs: number, run: () => void) => {
      if (hasStopped) return;
      const timer = setTimeout(
        () => {
          waiting.delete(timer);
          run();
        },
        Math.max(0, delayMs),
      );
      waiting.add(timer);
    },
    isStopped: () => hasStopped,
    stop: () => {
      hasStopped = true;
      waiting.forEach(clearTimeout);
    },
  };
}
