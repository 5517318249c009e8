/**
 * One download for each file however many ask for it, a few at once in a process, ended when the last one who waits has hung up. What
 * failed is remembered for a while, so that a page full of broken pictures does not ask for each of them again and again.
 */
import { HungUp } from "./hung-up";

const atOnce = 6;
const mostRemembered = 2_000;

type Download = { done: Promise<void>; waiting: number; ending: AbortController };
type State = {
  underWay: Map<string, Download>;
  failed: Map<string, { error: unknown; untilMs: number }>;
  running: number;
  queue: Set<() => void>;
};

// The bundles of the routes each have their own copy of this module.
const stateKey = Symbol.for("postroom.downloads");
const shared = globalThis as { [stateKey]?: State | undefined };
const stateNow = (): State =>
  (shared[stateKey] ??= { underWay: new Map(), failed: new Map(), running: 0, queue: new Set() });

export type DownloadTold = {
  /** brings the bytes into the store; to be ended with its signal */
  work: (signal: AbortSignal) => Promise<void>;
  /** whoever waits for it */
  signal: AbortSignal;
  /** how long a failure counts; 0 for what says nothing about the file */
  rememberMs: (error: unknown) => number;
  /** a person asks once more: a failure remembered does not count */
  isAgain?: boolean;
};

/** Resolves when the bytes are in the store. @throws what the work threw, now or a while ago; the signal's reason when that ended first */
export async function download(key: string, told: DownloadTold): Promise<void> {
  const state = stateNow();
  const before = state.failed.get(key);
  if (before && before.untilMs > Date.now() && told.isAgain !== true) throw before.error;
  const joined = state.underWay.get(key) ?? begin(state, key, told);
  joined.waiting += 1;
  try {
    await unlessAborted(joined.done, told.signal);
  } finally {
    joined.waiting -= 1;
    if (joined.waiting === 0) leave(state, key, joined);
  }
}

/** Whoever comes later begins anew, instead of waiting for what is being ended. */
function leave({ underWay }: State, key: string, left: Download): void {
  if (underWay.get(key) === left) underWay.delete(key);
  left.ending.abort();
}

function begin(state: State, key: string, { work, rememberMs }: DownloadTold): Download {
  const ending = new AbortController();
  const done = inTurn(state, ending.signal, () => work(ending.signal)).then(
    () => void state.failed.delete(key),
    (error: unknown) => {
      if (!ending.signal.aborted) remember(state, key, { error, untilMs: Date.now() + rememberMs(error) });
      throw error;
    },
  );
  const started = { done, waiting: 0, ending };
  state.underWay.set(key, started);
  const over = () => {
    if (state.underWay.get(key) === started) state.underWay.delete(key);
  };
  done.then(over, over);
  return started;
}

function remember({ failed }: State, key: string, failure: { error: unknown; untilMs: number }): void {
  failed.delete(key); // the newest stand last, the oldest are forgotten
  failed.set(key, failure);
  for (const oldest of failed.keys()) {
    if (failed.size <= mostRemembered) return;
    failed.delete(oldest);
  }
}

async function inTurn(state: State, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  if (state.running >= atOnce) await nextTurn(state, signal);
  else state.running += 1;
  try {
    await work();
  } finally {
    const [next] = state.queue;
    if (next) next();
    else state.running -= 1;
  }
}

/** The turn of the one who is done is handed over, so that nobody comes between. */
function nextTurn({ queue }: State, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leaveQueue = () => {
      queue.delete(go);
      reject(new Error("nobody waits any more"));
    };
    const go = () => {
      queue.delete(go);
      signal.removeEventListener("abort", leaveQueue);
      resolve();
    };
    queue.add(go);
    signal.addEventListener("abort", leaveQueue, { once: true });
  });
}

function unlessAborted(done: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const hangUp = () => {
      reject(new HungUp());
    };
    if (signal.aborted) hangUp();
    signal.addEventListener("abort", hangUp, { once: true });
    done.then(resolve, reject).finally(() => signal.removeEventListener("abort", hangUp));
  });
}
