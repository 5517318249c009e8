import { createHash } from "node:crypto";
import { Pool } from "pg";
import { afterAll, beforeEach, expect, test } from "vitest";
import { env } from "../../env";
import { keepDeliveries } from "./keep-deliveries";
import type { NewDelivery } from "./keep-deliveries";

const pool = new Pool({ connectionString: env().DATABASE_URL, max: 4 });

beforeEach(() => pool.query(`TRUNCATE "Delivery", "DeliveryRepeat" RESTART IDENTITY`));
afterAll(() => pool.end());

function delivery(text: string, told: Partial<NewDelivery> = {}): NewDelivery {
  const body = Buffer.from(text);
  const sha256 = createHash("sha256").update(body).digest();
  return { body, sizeBytes: body.length, sha256, contentType: null, canRepeat: true, problem: null, ...told };
}

async function rowsOf<Row>(sql: string): Promise<Row[]> {
  return (await pool.query(sql)).rows as Row[];
}

const keptBodies = async () =>
  (await rowsOf<{ body: Buffer }>(`SELECT "body" FROM "Delivery" ORDER BY "id"`)).map(({ body }) => body.toString());
const repeats = async () =>
  (await rowsOf<{ count: number }>(`SELECT "count" FROM "DeliveryRepeat" ORDER BY "id"`)).map(({ count }) => count);

test("a batch is kept byte for byte, in the order of arrival, with its digests", async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const binary = { ...delivery(""), body: bytes, sha256: createHash("sha256").update(bytes).digest() };
  const texts = Array.from({ length: 40 }, (_, place) => `{"n":${place}}`);
  await keepDeliveries(pool, [
    binary,
    ...texts.map((text) => delivery(text, { contentType: "text/plain" })),
    delivery(""),
  ]);
  const rows = await rowsOf<{ body: Buffer; isRight: boolean; contentType: string | null; state: string }>(
    `SELECT "body", "sha256" = sha256("body") AND "repeatKey" = "sha256" AS "isRight", "contentType", "state" FROM "Delivery" ORDER BY "id"`,
  );
  expect(rows).toHaveLength(42);
  expect(rows[0]?.body).toEqual(Buffer.from(bytes));
  expect(rows.slice(1, 41).map(({ body }) => body.toString())).toEqual(texts);
  expect(rows.every(({ isRight, state }) => isRight && state === "kept")).toBe(true);
  expect(rows[1]?.contentType).toBe("text/plain");
});

test("a repeat is counted and kept once, within a batch and across batches", async () => {
  await keepDeliveries(pool, [delivery("a"), ...Array.from({ length: 49 }, () => delivery("a")), delivery("b")]);
  expect(await keptBodies()).toEqual(["a", "b"]);
  expect(await repeats()).toEqual([49]);
  await keepDeliveries(pool, [delivery("a"), delivery("c"), delivery("a")]);
  expect(await keptBodies()).toEqual(["a", "b", "c"]);
  expect(await repeats()).toEqual([49, 2]);
});

test("an account status is never a repeat", async () => {
  const status = delivery("status", { canRepeat: false });
  await keepDeliveries(pool, [status, status]);
  await keepDeliveries(pool, [status]);
  expect(await keptBodies()).toEqual(["status", "status", "status"]);
  expect(await repeats()).toEqual([]);
});

test("what is no object is quarantined at once, with its reason", async () => {
  await keepDeliveries(pool, [delivery("[]", { problem: { path: "", message: "is a JSON list, not an object" } })]);
  expect(await rowsOf(`SELECT "state", "reason", "problems" FROM "Delivery"`)).toEqual([
    {
      state: "quarantined",
      reason: "the body is a JSON list, not an object",
      problems: [{ path: "", message: "is a JSON list, not an object" }],
    },
  ]);
});

test("the same batches from several connections at once neither block nor double", async () => {
  const names = Array.from({ length: 50 }, (_, place) => String(place));
  const rounds = Array.from({ length: 12 }, (_, round) => (round % 2 === 0 ? names : names.toReversed()));
  await Promise.all(
    rounds.map((round) =>
      keepDeliveries(
        pool,
        round.map((name) => delivery(name)),
      ),
    ),
  );
  expect((await keptBodies()).toSorted()).toEqual(names.toSorted());
  expect((await repeats()).reduce((sum, count) => sum + count, 0)).toBe(50 * 11);
});

test("a repeat does not wait for a delivery that an applier holds", async () => {
  await keepDeliveries(pool, [delivery("held")]);
  const applier = await pool.connect();
  try {
    await applier.query(`BEGIN`);
    const held = await applier.query(`SELECT 1 FROM "Delivery" FOR UPDATE`);
    expect(held.rowCount).toBe(1);
    await keepDeliveries(pool, [delivery("held"), delivery("new")]);
    expect(await keptBodies()).toEqual(["held", "new"]);
  } finally {
    await applier.query(`ROLLBACK`);
    applier.release();
  }
});
