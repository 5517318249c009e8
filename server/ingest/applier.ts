/**
 * Takes kept deliveries in batches and turns them into inbox state: read, fold, save, mark, all in one transaction. Several
 * appliers, in one process or in many, share the queue by SKIP LOCKED and never fold one chat at once. A delivery on which the
 * work itself fails is set aside with its error; one that fails because the database is away waits.
 */
import { apply } from "@/domain/apply";
import type { InboxEvent } from "@/domain/events";
import type { PrismaClient } from "../generated/client";
import { queueErrands } from "../history/errands";
import { log } from "../log";
import type { Reading } from "../postpress/outcome";
import { toEvent } from "../postpress/to-event";
import { saveActiveHours } from "./active-hours";
import { describeError, mayPass } from "./database-errors";
import { chatLockKey } from "./ids";
import { chatIdsOf, load, type Transaction } from "./load";
import { save } from "./save";

export type Applied = {
  taken: number;
  /** ids of ours: what pages may want to look at again */
  chatIds: string[];
};

type KeptRow = { id: bigint; receivedAt: Date; body: Uint8Array; contentType: string | null };
type Outcome = { id: bigint; reading: Reading };

const transactionLimits = { maxWait: 5_000, timeout: 60_000 };

/** Applies up to `limit` kept deliveries. @throws what the database throws when it is away; nothing is half done then */
export async function applyBatch(db: PrismaClient, limit: number): Promise<Applied> {
  try {
    return await db.$transaction((tx) => applyRows(tx, (t) => takeKept(t, limit)), transactionLimits);
  } catch (error) {
    if (mayPass(error)) throw error;
    log.warn({ err: describeError(error) }, "a batch could not be applied; its deliveries are tried one by one");
    return applyOneByOne(db, limit);
  }
}

async function applyOneByOne(db: PrismaClient, limit: number): Promise<Applied> {
  const queue = await db.$queryRaw<{ id: bigint }[]>`
    SELECT "id" FROM "Delivery" WHERE "state" = 'kept' ORDER BY "id" LIMIT ${limit}`;
  const all: Applied = { taken: 0, chatIds: [] };
  for (const { id } of queue) {
    const one = await applyOne(db, (tx) => takeOne(tx, id), id);
    all.taken += one.taken;
    all.chatIds.push(...one.chatIds);
  }
  return all;
}

/** One delivery in a transaction of its own; it is set aside with the error if applying it fails. */
export async function applyOne(
  db: PrismaClient,
  take: (tx: Transaction) => Promise<KeptRow[]>,
  id: bigint,
): Promise<Applied> {
  try {
    return await db.$transaction((tx) => applyRows(tx, take), transactionLimits);
  } catch (error) {
    if (mayPass(error)) throw error;
    const reason = `could not be applied: ${describeError(error).name}`;
    const problems = JSON.stringify([
      { path: "", message: describeError(error).codes.join(", ") || "unexpected error" },
    ]);
    const taken = await db.$executeRaw`
      UPDATE "Delivery" SET "state" = 'quarantined', "reason" = ${reason}, "problems" = ${problems}::jsonb
      WHERE "id" = ${id} AND "state" <> 'applied'`;
    log.error({ err: describeError(error), deliveryId: String(id) }, "a delivery was set aside: applying it fails");
    return { taken, chatIds: [] };
  }
}

/** Those that are still kept, together; whatever another applier has is waited for. @throws what the database throws */
export async function applyThese(db: PrismaClient, ids: readonly bigint[]): Promise<void> {
  if (ids.length === 0) return;
  try {
    await db.$transaction((tx) => applyRows(tx, (t) => takeWhenFree(t, ids)), transactionLimits);
  } catch (error) {
    if (mayPass(error)) throw error;
    for (const id of ids) await applyOne(db, (tx) => takeWhenFree(tx, [id]), id);
  }
}

function takeKept(tx: Transaction, limit: number): Promise<KeptRow[]> {
  return tx.$queryRaw<KeptRow[]>`
    SELECT "id", "receivedAt", "body", "contentType" FROM "Delivery" WHERE "state" = 'kept'
    ORDER BY "id" LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
}

function takeOne(tx: Transaction, id: bigint): Promise<KeptRow[]> {
  return tx.$queryRaw<KeptRow[]>`
    SELECT "id", "receivedAt", "body", "contentType" FROM "Delivery" WHERE "id" = ${id} AND "state" = 'kept'
    FOR UPDATE SKIP LOCKED`;
}

/** Waits for another applier that has it; what that one applied is no longer there to take. */
function takeWhenFree(tx: Transaction, ids: readonly bigint[]): Promise<KeptRow[]> {
  return tx.$queryRaw<KeptRow[]>`
    SELECT "id", "receivedAt", "body", "contentType" FROM "Delivery"
    WHERE "id" = ANY(${[...ids]}::bigint[]) AND "state" = 'kept' ORDER BY "id" FOR UPDATE`;
}

/** For a replay: whatever became of it before. */
export function takeAgain(tx: Transaction, id: bigint): Promise<KeptRow[]> {
  return tx.$queryRaw<KeptRow[]>`
    SELECT "id", "receivedAt", "body", "contentType" FROM "Delivery" WHERE "id" = ${id} FOR UPDATE`;
}

async function applyRows(tx: Transaction, take: (tx: Transaction) => Promise<KeptRow[]>): Promise<Applied> {
  const rows = await take(tx);
  if (rows.length === 0) return { taken: 0, chatIds: [] };
  const outcomes = rows.map((row) => ({ id: row.id, reading: readingOf(row) }));
  const chatIds = await foldAndSave(tx, eventsOf(outcomes));
  await markRead(tx, outcomes);
  return { taken: rows.length, chatIds };
}

/** Events folded on what is stored, under the locks of their chats. Returns the ids of the chats that changed. */
export async function foldAndSave(tx: Transaction, events: readonly InboxEvent[]): Promise<string[]> {
  if (events.length === 0) return [];
  const keys = chatIdsOf(events).map(chatLockKey);
  const sorted = keys.toSorted((one, other) => (one < other ? -1 : 1)).map(String);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(key) FROM unnest(${sorted}::text[]::bigint[]) AS locks(key)`;
  const before = await load(tx, events);
  const after = events.reduce(apply, before);
  const chatIds = await save(tx, before, after);
  await queueErrands(tx, before, after);
  await saveActiveHours(tx, events);
  return chatIds;
}

function readingOf(row: KeptRow): Reading {
  return toEvent({
    sequence: Number(row.id),
    receivedAt: row.receivedAt.toISOString(),
    body: row.body,
    contentType: row.contentType,
  });
}

function eventsOf(outcomes: readonly Outcome[]): InboxEvent[] {
  return outcomes.flatMap(({ reading }) => (reading.outcome === "event" ? [reading.event] : []));
}

async function markRead(tx: Transaction, outcomes: readonly Outcome[]): Promise<void> {
  const rows = outcomes.map(({ id, reading }) => ({
    id: String(id),
    state: reading.outcome === "event" ? "applied" : reading.outcome,
    reason: reading.outcome === "event" ? null : reading.reason,
    problems: reading.outcome === "quarantined" ? reading.problems : null,
    event: reading.subject.event,
    accountExternalId: reading.subject.accountId,
    chatExternalId: reading.subject.chatId,
    messageExternalId: reading.subject.messageId,
  }));
  await tx.$executeRaw`
    UPDATE "Delivery" d
    SET "state" = r."state", "reason" = r."reason", "problems" = r."problems", "event" = r."event",
      "accountExternalId" = r."accountExternalId", "chatExternalId" = r."chatExternalId",
      "messageExternalId" = r."messageExternalId", "appliedAt" = clock_timestamp()
    FROM jsonb_populate_recordset(NULL::"Delivery", ${JSON.stringify(rows)}::jsonb) r
    WHERE d."id" = r."id"`;
}
