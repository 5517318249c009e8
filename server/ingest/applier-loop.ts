/**
 * Keeps the applier going inside the server process: woken when something was kept, and by a sweep behind that, so that a lost
 * wake-up costs half a second and never a message. Waits and tries again while the database is away.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { PrismaClient } from "../generated/client";
import { log } from "../log";
import { applyBatch } from "./applier";

export type ApplierLoop = {
  /** something was kept; cheap, may be called for each delivery */
  wake: () => void;
  /** a crowd stands at the door: the next batch waits a little, so that answering comes first */
  giveWay: () => void;
  /** ends after the batch under way */
  stop: () => Promise<void>;
};

const batchSize = 400;
const sweepMs = 500;
const longestPauseMs = 4_000;
const crowdMs = 100;
const mostYieldedMs = 150;

export function startApplier(db: PrismaClient, onApplied: (chatIds: string[]) => void = () => undefined): ApplierLoop {
  const bell = makeBell();
  let isStopped = false;
  let crowdUntil = 0;

  /** Waits while there is a crowd, but never so long that applying stands still. */
  const yieldToDoor = async (): Promise<void> => {
    const givesUpAt = performance.now() + mostYieldedMs;
    while (!isStopped && performance.now() < Math.min(crowdUntil, givesUpAt)) await pause(crowdMs / 4);
  };

  /** Returns how long to wait before the next look. */
  const round = async (pauseMs: number): Promise<number> => {
    try {
      const applied = await applyBatch(db, batchSize);
      if (applied.chatIds.length > 0) onApplied(applied.chatIds);
      return applied.taken === 0 ? sweepMs : 0;
    } catch (error) {
      const nextMs = Math.min(Math.max(pauseMs, 125) * 2, longestPauseMs);
      log.warn(
        { err: error instanceof Error ? error.name : "unknown", nextMs },
        "applying waits: the database is away",
      );
      return nextMs;
    }
  };
  const run = async (): Promise<void> => {
    let pauseMs = 0;
    while (!isStopped) {
      await yieldToDoor();
      pauseMs = await round(pauseMs);
      if (pauseMs > 0) await bell.wait(pauseMs);
    }
  };
  const running = run();
  return {
    wake: bell.ring,
    giveWay: () => {
      crowdUntil = performance.now() + crowdMs;
    },
    async stop() {
      isStopped = true;
      bell.ring();
      await running;
    },
  };
}

/** A ring while nobody waits is remembered, so that what was kept during a batch is taken right after it. */
function makeBell(): { ring: () => void; wait: (timeoutMs: number) => Promise<void> } {
  let isRung = false;
  let wakeUp: (() => void) | undefined;
  return {
    ring() {
      isRung = true;
      wakeUp?.();
    },
    async wait(timeoutMs) {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, timeoutMs);
          wakeUp = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      wakeUp = undefined;
      isRung = false;
    },
  };
}
