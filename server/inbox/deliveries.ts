/**
 * The log of deliveries as admins see it: newest first, with the number of each state, and one read again on demand. How they are
 * kept and what replaying means is server/ingest.
 */
import { z } from "zod";
import type { Delivery, DeliveryPage } from "@/domain/inbox";
import { db } from "../db";
import { Prisma } from "../generated/client";
import { notFound } from "../http";
import { replayDelivery } from "../ingest/replay";
import { instantOfRow } from "./chat-rows";
import { cursorText, pageLimit, parseCursor, toCursor } from "./cursor";

const state = z.enum(["kept", "applied", "ignored", "quarantined"]);
const deliveryId = z.string().regex(/^\d{1,18}$/);

export const deliveriesQuery = z.strictObject({
  state: state.optional(),
  cursor: cursorText.optional(),
  limit: pageLimit,
});

const row = z.object({
  id: z.bigint().transform(String),
  receivedAt: instantOfRow,
  state,
  event: z.string().nullable(),
  accountId: z.string().nullable(),
  chatId: z.string().nullable(),
  messageId: z.string().nullable(),
  repeats: z.number(),
  reason: z.string().nullable(),
  problems: z.array(z.object({ path: z.string(), message: z.string() })).nullable(),
});

export async function listDeliveries(query: z.infer<typeof deliveriesQuery>): Promise<DeliveryPage> {
  const conditions = [Prisma.sql`true`];
  if (query.state) conditions.push(Prisma.sql`d."state" = ${query.state}`);
  if (query.cursor) {
    const [id] = parseCursor(query.cursor, z.tuple([deliveryId]));
    conditions.push(Prisma.sql`d."id" < ${BigInt(id)}`);
  }
  const found = await selectDeliveries(Prisma.join(conditions, " AND "), query.limit + 1);
  const items = found.slice(0, query.limit);
  const last = items.at(-1);
  const nextCursor = found.length > query.limit && last ? toCursor([last.id]) : null;
  return { items, nextCursor, counts: await countDeliveries() };
}

async function selectDeliveries(which: Prisma.Sql, limit: number): Promise<Delivery[]> {
  const found = await db().$queryRaw`
    SELECT d."id", d."receivedAt", d."state", d."event", d."accountExternalId" AS "accountId", d."chatExternalId" AS "chatId",
      d."messageExternalId" AS "messageId", d."reason", d."problems",
      (SELECT coalesce(sum(r."count"), 0)::int FROM "DeliveryRepeat" r WHERE r."repeatKey" = d."repeatKey") AS "repeats"
    FROM "Delivery" d WHERE ${which} ORDER BY d."id" DESC LIMIT ${limit}`;
  return z
    .array(row)
    .parse(found)
    .map((one) => ({ ...one, problems: one.problems ?? [] }));
}

const count = z.object({ state, count: z.number() });

/** Together all that was ever accepted: nothing vanishes. Read from the index alone. */
async function countDeliveries(): Promise<DeliveryPage["counts"]> {
  const found = await db().$queryRaw`SELECT "state", count(*)::float8 AS "count" FROM "Delivery" GROUP BY "state"`;
  const counts = { kept: 0, applied: 0, ignored: 0, quarantined: 0 };
  for (const one of z.array(count).parse(found)) counts[one.state] = one.count;
  return counts;
}

/** Reads it again and answers what became of it. Changes nothing twice. @throws Refusal 404 */
export async function replay(id: string): Promise<Delivery> {
  if (!deliveryId.safeParse(id).success || !(await replayDelivery(db(), BigInt(id)))) throw notFound();
  const [delivery] = await selectDeliveries(Prisma.sql`d."id" = ${BigInt(id)}`, 1);
  if (!delivery) throw notFound();
  return delivery;
}
