/** How a start script ends: what was begun is undone in reverse order, once, whether a signal, a failure or the end of npm asks for it. */
import { setTimeout as sleep } from "node:timers/promises";

const DEADLINE_MS = 9500;

/** `add(undo)` while starting; `undo()` undoes all, `end(code)` also exits. Signals end with code 0. */
export function prepareEnding() {
  const steps = [];
  let undone = null;
  const undoAll = async () => {
    for (const step of steps.reverse()) await attempt(step);
  };
  const undo = () => (undone ??= undoAll());
  const end = async (code) => {
    setTimeout(() => process.exit(code || 1), DEADLINE_MS).unref();
    await undo();
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void end(0));
  if (process.env.npm_lifecycle_event) followParent(() => void end(0));
  return { add: (step) => steps.push(step), undo, end, isEnding: () => undone !== null };
}

/** npm's shell may die of a signal without passing it on. */
function followParent(onGone) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, 500);
  timer.unref();
}

async function attempt(undo) {
  try {
    await undo();
  } catch (error) {
    console.error(error.message); // the others are undone all the same
  }
}

/** Ends a child: SIGTERM first, SIGKILL when it has not gone in time. */
export async function endChild(child, patienceMs = 5500) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  await Promise.race([gone, sleep(patienceMs, undefined, { ref: false })]);
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
}
