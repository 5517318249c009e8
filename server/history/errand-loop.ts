/** Does what errands.ts has noted, one after the other and at a polite pace, and leaves the beats by which outages are noticed. */
import { setTimeout as pause } from "node:timers/promises";
import { db } from "../db";
import type { PrismaClient } from "../generated/client";
import { causeOf, log } from "../log";
import { VendorError } from "../postpress/client";
import { claimErrand, endTurn, type Errand, type Turn } from "./errands";
import { fetchFirstSight } from "./first-sight";
import { fillGap } from "./gap";
import { beat } from "./outages";

const idleMs = 1_000;
const paceMs = 100;
const beatMs = 15_000;
const shortestDelayMs = 5_000;
const longestDelayMs = 10 * 60_000;

export type ErrandLoop = { stop: () => Promise<void> };

export function startErrands(): ErrandLoop {
  const stopping = new AbortController();
  const { signal } = stopping;
  let beatAt = 0;
  const round = async (): Promise<number> => {
    if (Date.now() - beatAt >= beatMs) {
      await beat(db());
      beatAt = Date.now();
    }
    return (await doNextErrand(db())) ? paceMs : idleMs;
  };
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      const restMs = await round().catch((error: unknown) => {
        log.debug(causeOf(error), "errands wait");
        return idleMs;
      });
      await pause(restMs, undefined, { signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** False when nothing was due. @throws what the database throws */
export async function doNextErrand(database: PrismaClient): Promise<boolean> {
  const errand = await claimErrand(database);
  if (errand === null) return false;
  await endTurn(database, errand, await takeTurn(database, errand));
  return true;
}

async function takeTurn(database: PrismaClient, errand: Errand): Promise<Turn> {
  const { kind, accountExternalId } = errand;
  const account = await database.account.findUnique({ where: { externalId: accountExternalId } });
  if (account === null) return { outcome: "failed", found: 0 };
  try {
    return await (kind === "gap" ? fillGap : fetchFirstSight)(errand, account.provider);
  } catch (error) {
    if (error instanceof VendorError) return afterFailure(error, errand);
    throw error;
  }
}

/** What the vendor does not have is given up; everything else is tried again, less and less often. */
function afterFailure({ reason, told }: VendorError, { kind, attempts }: Errand): Turn {
  const status = told?.status ?? 0;
  log.info({ kind, reason, status, attempts }, "the vendor could not be asked for messages");
  const isFinal = [400, 403, 404, 415, 422, 501].includes(status);
  if (isFinal) return { outcome: "failed", found: 0 };
  return { outcome: "later", afterMs: Math.min(shortestDelayMs * 2 ** Math.min(attempts - 1, 10), longestDelayMs) };
}
