/**
 * The log of deliveries as admins see it: what arrived, what became of it, and why. How it is written is the door's and the
 * applier's matter.
 */
import { z } from "zod";
import type { Delivery, DeliveryDetail, DeliveryPage, DeliveryState } from "@/domain/inbox";
import { db } from "../db";
import { Prisma } from "../generated/client";
import { parseCursor, toCursor } from "../inbox/cursor";

export type DeliveryQuery = { state: DeliveryState | null; cursor: string | null; limit: number };

const state = z.enum(["kept", "applied", "ignored", "quarantined"]);
const columns = {
  id: z.bigint().transform(String),
  receivedAt: z.date().transform((at) => at.toISOString()),
  state,
  event: z.string().nullable(),
  accountId: z.string().nullable(),
  chatId: z.string().nullable(),
  messageId: z.string().nullable(),
  repeats: z.number(),
  reason: z.string().nullable(),
  problems: z.array(z.object({ path: z.string(), message: z.string() })),
};
const deliveryRow: z.ZodType<Delivery> = z.object(columns);
const detailRow: z.ZodType<DeliveryDetail> = z.object({
  ...columns,
  contentType: z.string().nullable(),
  sizeBytes: z.number(),
  body: z.instanceof(Uint8Array).transform((bytes) => Buffer.from(bytes).toString("utf8")),
});
const countRow = z.object({ state, count: z.number() });
const place = z.tuple([z.string().regex(/^\d{1,18}$/)]);

const selected = Prisma.sql`
  d."id", d."receivedAt", d."state", d."event", d."accountExternalId" AS "accountId", d."chatExternalId" AS "chatId",
  d."messageExternalId" AS "messageId", d."reason", coalesce(d."problems", '[]') AS "problems",
  (SELECT coalesce(sum(r."count"), 0)::int FROM "DeliveryRepeat" r WHERE r."repeatKey" = d."repeatKey") AS "repeats"`;

/** Newest first. @throws Refusal 400 for a cursor that is none */
export async function listDeliveries({ state: wanted, cursor, limit }: DeliveryQuery): Promise<DeliveryPage> {
  const rows = z
    .array(deliveryRow)
    .parse(await db().$queryRaw(pageStatement({ state: wanted, cursor, limit: limit + 1 })));
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? toCursor([last.id]) : null, counts: await countDeliveries() };
}

export function pageStatement({ state: wanted, cursor, limit }: DeliveryQuery): Prisma.Sql {
  const ofState = wanted === null ? Prisma.empty : Prisma.sql`AND d."state" = ${wanted}`;
  const before = cursor === null ? Prisma.empty : Prisma.sql`AND d."id" < ${BigInt(parseCursor(cursor, place)[0])}`;
  return Prisma.sql`SELECT ${selected} FROM "Delivery" d WHERE true ${ofState} ${before} ORDER BY d."id" DESC LIMIT ${limit}`;
}

/** All exact, from the index alone: accepted = applied + ignored + quarantined + kept, at every moment. */
export async function countDeliveries(): Promise<Record<DeliveryState, number>> {
  const rows = z.array(countRow).parse(
    await db().$queryRaw`
    SELECT "state", count(*)::int AS "count" FROM "Delivery" GROUP BY "state"`,
  );
  const counts = { kept: 0, applied: 0, ignored: 0, quarantined: 0 };
  for (const { state: counted, count } of rows) counts[counted] = count;
  return counts;
}

/** With the body as it arrived, for admins only. Null when there is no such delivery. */
export async function getDelivery(id: string): Promise<DeliveryDetail | null> {
  if (!place.safeParse([id]).success) return null;
  const rows = z.array(detailRow).parse(
    await db().$queryRaw`
    SELECT ${selected}, d."contentType", length(d."body") AS "sizeBytes", d."body" FROM "Delivery" d WHERE d."id" = ${BigInt(id)}`,
  );
  return rows[0] ?? null;
}
