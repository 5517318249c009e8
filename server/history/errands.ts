/**
 * What is to be asked of the vendor's API by and by, in a table, so that it survives a restart. Whoever applies events says what they
 * give reason to ask for; errand-loop.ts does it, one at a time for each account.
 */
import type { InboxMemory } from "@/domain/state";
import { env } from "../env";
import type { Prisma, PrismaClient } from "../generated/client";
import { isVendorConfigured } from "../postpress/client";

type Transaction = Prisma.TransactionClient;

/** A reconnected account first sends its backlog by itself. */
const backlogMs = 60_000;
/** What was sent just before may have been on its way. */
const marginMs = 15 * 60_000;

/** For what a batch has just changed, in its transaction: chats that are new, accounts that receive again. */
export async function queueErrands(tx: Transaction, before: InboxMemory, after: InboxMemory): Promise<void> {
  if (!isVendorConfigured()) return;
  const fresh = [...after.chats].flatMap(([key, chat]) => (before.chats.has(key) ? [] : [chat]));
  if (fresh.length > 0 && env().HISTORY_MESSAGES > 0) await queueFirstSights(tx, fresh);
  for (const account of after.accounts.values()) {
    const was = before.accounts.get(account.externalId);
    const isBack = account.state === "ok" && was !== undefined && was.state !== "ok" && was.state !== "unknown";
    if (!isBack || was.lastEventAt === null) continue;
    const since = new Date(Date.parse(was.lastEventAt) - marginMs);
    await queueGap(tx, { accountExternalId: account.externalId, since, dueInMs: backlogMs });
  }
}

type FreshChat = { accountId: string; externalId: string };

async function queueFirstSights(tx: Transaction, chats: readonly FreshChat[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Errand" ("kind", "accountExternalId", "chatExternalId")
    SELECT 'first-sight', c."account", c."chat"
    FROM unnest(${chats.map(({ accountId }) => accountId)}::text[], ${chats.map(({ externalId }) => externalId)}::text[]) AS c("account", "chat")
    WHERE NOT EXISTS (SELECT 1 FROM "Account" a WHERE a."externalId" = c."account" AND a."isTest")
    ON CONFLICT DO NOTHING`;
}

export type Gap = {
  /** null for every account that was ever heard of */
  accountExternalId: string | null;
  since: Date;
  dueInMs: number;
};

/**
 * Asks for what is missing since then, but never from before the first delivery of an account: what was not listened for was not missed.
 * A gap that waits already grows. Returns for how many accounts.
 */
export async function queueGap(db: Transaction | PrismaClient, gap: Gap): Promise<number> {
  const { accountExternalId, since, dueInMs } = gap;
  return db.$executeRaw`
    INSERT INTO "Errand" AS e ("kind", "accountExternalId", "since", "dueAt")
    SELECT 'gap', a."externalId", greatest(${since}::timestamptz, to_timestamp(h."hour"::bigint * 3600)), now() + make_interval(secs => ${dueInMs / 1000})
    FROM "Account" a
    CROSS JOIN LATERAL (SELECT h."hour" FROM "AccountHour" h WHERE h."accountId" = a."id" ORDER BY h."hour" LIMIT 1) h
    WHERE NOT a."isTest" AND a."state" <> 'deleted' AND (${accountExternalId}::text IS NULL OR a."externalId" = ${accountExternalId})
    ON CONFLICT ("kind", "accountExternalId", "chatExternalId") DO UPDATE SET "state" = 'waiting', "cursor" = NULL, "found" = 0,
      "attempts" = 0, "endedAt" = NULL, "dueAt" = EXCLUDED."dueAt",
      "since" = CASE WHEN e."state" = 'waiting' THEN least(e."since", EXCLUDED."since") ELSE EXCLUDED."since" END`;
}

export type Errand = {
  id: bigint;
  kind: "first-sight" | "gap";
  accountExternalId: string;
  chatExternalId: string;
  cursor: string | null;
  since: Date | null;
  found: number;
  attempts: number;
};

const leaseMs = 2 * 60_000;
const claimLock = 8_273_641;

/** The next one that is due, at an account where no other is under way; what was missed comes before what is merely old. */
export async function claimErrand(db: PrismaClient): Promise<Errand | null> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${claimLock}::bigint)`;
    const [errand] = await tx.$queryRaw<Errand[]>`
      UPDATE "Errand" SET "leasedUntil" = now() + make_interval(secs => ${leaseMs / 1000}), "attempts" = "attempts" + 1
      WHERE "id" = (
        SELECT e."id" FROM "Errand" e
        WHERE e."state" = 'waiting' AND e."dueAt" <= now() AND e."kind" IN ('gap', 'first-sight')
          AND NOT EXISTS (
            SELECT 1 FROM "Errand" o
            WHERE o."state" = 'waiting' AND o."accountExternalId" = e."accountExternalId" AND o."leasedUntil" > now())
        ORDER BY e."kind" DESC, e."dueAt", e."id" LIMIT 1)
      RETURNING "id", "kind", "accountExternalId", "chatExternalId", "cursor", "since", "found", "attempts"`;
    return errand ?? null;
  });
}

/** How one turn of an errand went. */
export type Turn =
  | { outcome: "done" | "failed"; found: number }
  | { outcome: "more"; found: number; cursor: string }
  | { outcome: "later"; afterMs: number };

/** A gap that was asked for anew meanwhile begins anew. */
export async function endTurn(db: PrismaClient, errand: Errand, turn: Turn): Promise<void> {
  const isEnd = turn.outcome === "done" || turn.outcome === "failed";
  const found = turn.outcome === "later" ? 0 : turn.found;
  const changed = {
    leasedUntil: null,
    found: { increment: found },
    ...(isEnd && { state: turn.outcome, endedAt: new Date(), cursor: null }),
    ...(turn.outcome === "more" && { cursor: turn.cursor, attempts: 0 }),
    ...(turn.outcome === "later" && { dueAt: new Date(Date.now() + turn.afterMs) }),
  };
  const { count } = await db.errand.updateMany({
    where: { id: errand.id, since: errand.since, cursor: errand.cursor },
    data: changed,
  });
  if (count === 0) await db.errand.updateMany({ where: { id: errand.id }, data: { leasedUntil: null } });
}
