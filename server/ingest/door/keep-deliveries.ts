/** How deliveries get into the log: one statement for a whole batch. What their bodies mean is written beside them later, by the applier. */
import type { Pool } from "pg";
import type { Problem } from "../../postpress/body";

export type NewDelivery = {
  body: Uint8Array;
  sizeBytes: number;
  sha256: Buffer;
  contentType: string | null;
  /** account statuses carry no time and are never repeats */
  canRepeat: boolean;
  /** null for what can be read; anything else is quarantined at once */
  problem: Problem | null;
};

const digestBytes = 32;
const contentTypeLimit = 255;

/**
 * Numbers follow the order of arrival, rows go in in the order of their keys, so that two processes cannot block each other. The bytes
 * travel as one parameter and are cut up by the database: as an array they would be written out in hex first.
 */
const keepStatement = `
  WITH arrived AS MATERIALIZED (
    SELECT nextval('"Delivery_id_seq"') AS "id", r.*,
      substring($1::bytea FROM r."from" FOR ${digestBytes}) AS "sha256",
      substring($1::bytea FROM r."from" + ${digestBytes} FOR r."size") AS "body"
    FROM jsonb_to_recordset($2::jsonb) AS r("from" int, "size" int, "copies" int, "canRepeat" boolean, "contentType" text,
      "state" text, "reason" text, "problems" jsonb)
  ), fresh AS (
    INSERT INTO "Delivery" ("id", "repeatKey", "sha256", "body", "contentType", "state", "reason", "problems")
    SELECT "id", CASE WHEN "canRepeat" THEN "sha256" END, "sha256", "body", "contentType", "state", "reason", "problems"
    FROM arrived ORDER BY "sha256"
    ON CONFLICT ("repeatKey") DO NOTHING
    RETURNING "id"
  )
  INSERT INTO "DeliveryRepeat" ("repeatKey", "count")
  SELECT "sha256", "copies" - (fresh."id" IS NOT NULL)::int
  FROM arrived LEFT JOIN fresh USING ("id")
  WHERE "copies" > (fresh."id" IS NOT NULL)::int`;

/**
 * Commits a batch in one statement, all or nothing. Repeats, also those within the batch, are counted and not kept again; they
 * wait for no row that an applier holds.
 */
export async function keepDeliveries(pool: Pool, batch: readonly NewDelivery[]): Promise<void> {
  const { rows, bytes } = pack(batch);
  await pool.query({ name: "keep", text: keepStatement, values: [bytes, JSON.stringify(rows)] });
}

type Row = {
  /** where its digest begins, counted from 1; the body follows */
  from: number;
  size: number;
  canRepeat: boolean;
  contentType: string | null;
  state: "kept" | "quarantined";
  reason: string | null;
  problems: Problem[] | null;
  /** how often the batch holds it */
  copies: number;
};

function pack(batch: readonly NewDelivery[]): { rows: Row[]; bytes: Buffer } {
  const rows: Row[] = [];
  const known = new Map<string, Row>();
  const parts: Uint8Array[] = [];
  let from = 1;
  for (const delivery of batch) {
    const key = delivery.sha256.toString("latin1");
    const first = delivery.canRepeat ? known.get(key) : undefined;
    if (first) {
      first.copies += 1;
      continue;
    }
    const row = toRow(delivery, from);
    if (delivery.canRepeat) known.set(key, row);
    rows.push(row);
    parts.push(delivery.sha256, delivery.body);
    from += digestBytes + delivery.body.byteLength;
  }
  return { rows, bytes: Buffer.concat(parts) };
}

function toRow({ body, contentType, canRepeat, problem }: NewDelivery, from: number): Row {
  return {
    from,
    size: body.byteLength,
    canRepeat,
    contentType: contentType?.slice(0, contentTypeLimit) ?? null,
    state: problem ? "quarantined" : "kept",
    reason: problem && `the body ${problem.message}`,
    problems: problem && [problem],
    copies: 1,
  };
}
