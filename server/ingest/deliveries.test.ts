import { createHash } from "node:crypto";
import { Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "../db";
import { env } from "../env";
import { Refusal } from "../http";
import { countDeliveries, getDelivery, listDeliveries, pageStatement } from "./deliveries";
import { keepDeliveries, type NewDelivery } from "./door/keep-deliveries";

const pool = new Pool({ connectionString: env().DATABASE_URL, max: 1 });

function delivery(text: string, told: Partial<NewDelivery> = {}): NewDelivery {
  const body = Buffer.from(text);
  const sha256 = createHash("sha256").update(body).digest();
  return { body, sizeBytes: body.length, sha256, contentType: "text/plain", canRepeat: true, problem: null, ...told };
}

beforeAll(async () => {
  const many = Array.from({ length: 120 }, (_, place) => delivery(`{"n":${place}}`));
  await keepDeliveries(pool, [
    ...many,
    delivery("[]", { problem: { path: "", message: "is a JSON list, not an object" } }),
  ]);
  await keepDeliveries(pool, [delivery("[]"), delivery("[]")]);
  await pool.query(
    `UPDATE "Delivery" SET "state" = 'applied', "event" = 'message_received', "accountExternalId" = 'a' WHERE "id" <= 30`,
  );
  await pool.query(`UPDATE "Delivery" SET "state" = 'ignored', "reason" = 'unknown event x' WHERE "id" = 31`);
});
afterAll(() => pool.end());

test("newest first, a page at a time, each delivery once, with exact counts", async () => {
  const first = await listDeliveries({ state: null, cursor: null, limit: 50 });
  expect(first.items.map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_, place) => String(121 - place)));
  expect(first.counts).toEqual({ kept: 89, applied: 30, ignored: 1, quarantined: 1 });
  const second = await listDeliveries({ state: null, cursor: first.nextCursor, limit: 50 });
  const third = await listDeliveries({ state: null, cursor: second.nextCursor, limit: 50 });
  expect(third.items.map(({ id }) => id)).toEqual(Array.from({ length: 21 }, (_, place) => String(21 - place)));
  expect(third.nextCursor).toBeNull();
});

test("one state alone, with what is known of each", async () => {
  const { items } = await listDeliveries({ state: "quarantined", cursor: null, limit: 50 });
  expect(items).toEqual([
    {
      id: "121",
      receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*\.\d{3}Z$/) as string,
      state: "quarantined",
      event: null,
      accountId: null,
      chatId: null,
      messageId: null,
      repeats: 2,
      reason: "the body is a JSON list, not an object",
      problems: [{ path: "", message: "is a JSON list, not an object" }],
    },
  ]);
  const applied = await listDeliveries({ state: "applied", cursor: null, limit: 1 });
  expect(applied.items).toMatchObject([
    { id: "30", event: "message_received", accountId: "a", problems: [], repeats: 0 },
  ]);
  expect(applied.nextCursor).not.toBeNull();
});

test("a cursor that is none is refused", async () => {
  await expect(listDeliveries({ state: null, cursor: "nonsense", limit: 50 })).rejects.toThrow(Refusal);
});

test("one delivery shows the body as it arrived; what does not exist is null", async () => {
  expect(await getDelivery("121")).toMatchObject({ id: "121", body: "[]", sizeBytes: 2, contentType: "text/plain" });
  for (const none of ["122", "0", "", "-1", "x", "1".repeat(30)]) expect(await getDelivery(none)).toBeNull();
});

test("no page and no count reads the whole table", async () => {
  await pool.query(`ANALYZE "Delivery"`);
  await db().$transaction(async (tx) => {
    // the table is small here, where a scan would be cheapest: what is asked is whether an index can answer at all
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    await tx.$executeRaw`SET LOCAL enable_sort = off`;
    for (const state of [null, "kept"] as const) {
      const statement = pageStatement({ state, cursor: null, limit: 51 });
      const plan = JSON.stringify(await tx.$queryRaw`EXPLAIN (FORMAT JSON) ${statement}`);
      expect(plan).toContain("Delivery_");
      expect(plan).not.toContain("Seq Scan");
      expect(plan).not.toContain('"Sort"');
    }
  });
  expect(await countDeliveries()).toMatchObject({ applied: 30 });
});
