/**
 * Notices that we were away for longer than the vendor goes on trying: servers leave a beat in the database, and where two of them lie far
 * apart nobody can have taken deliveries, whether the server or its database was down.
 */
import type { PrismaClient } from "../generated/client";
import { log } from "../log";
import { queueGap } from "./errands";

const awayMs = 60_000;
/** Deliveries were perhaps refused already before the last beat. */
const marginMs = 15 * 60_000;
const settleMs = 1_000;

/** Leaves a beat. After an outage it asks for what every account may have missed, and returns for how many. */
export async function beat(db: PrismaClient): Promise<number> {
  const [last] = await db.$queryRaw<{ at: Date; isFar: boolean }[]>`
    WITH last AS (SELECT "at" FROM "ServerBeat" WHERE "id" = 1 FOR UPDATE),
    now AS (INSERT INTO "ServerBeat" ("id", "at") VALUES (1, now()) ON CONFLICT ("id") DO UPDATE SET "at" = EXCLUDED."at")
    SELECT "at", now() - "at" > make_interval(secs => ${awayMs / 1000}) AS "isFar" FROM last`;
  if (last?.isFar !== true) return 0;
  const since = new Date(last.at.getTime() - marginMs);
  const accounts = await queueGap(db, { accountExternalId: null, since, dueInMs: settleMs });
  log.warn(
    { since: since.toISOString(), accounts },
    "nobody took deliveries for a while; what was missed is asked for",
  );
  return accounts;
}
