/**
 * What the vendor's API told, kept like a delivery and applied by the same code: it can be replayed, and shown to an admin. An answer that
 * repeats the newest word on its message says nothing new and is not kept; one that repeats an older word says that it holds again.
 */
import { createHash } from "node:crypto";
import type { PrismaClient } from "../generated/client";
import { apiMessageWord } from "../postpress/outcome";
import { applyOne, takeWhenFree } from "./applier";

export type Answer = {
  /** when it was asked for: what it tells held then, however long it took */
  askedAt: Date;
  body: Uint8Array;
  accountExternalId: string;
  chatExternalId: string;
  messageExternalId: string;
};

/** Applied when this returns; false when it said nothing new. @throws what the database throws */
export async function keepAnswer(db: PrismaClient, answer: Answer): Promise<boolean> {
  const { askedAt, body, accountExternalId, chatExternalId, messageExternalId } = answer;
  const sha256 = createHash("sha256").update(body).digest();
  const kept = await db.$queryRaw<{ id: bigint }[]>`
    INSERT INTO "Delivery" ("receivedAt", "sha256", "body", "contentType", "event", "accountExternalId", "chatExternalId", "messageExternalId")
    SELECT ${askedAt}, ${sha256}, ${Buffer.from(body)}, 'application/json', ${apiMessageWord}, ${accountExternalId},
      ${chatExternalId}, ${messageExternalId}
    WHERE NOT EXISTS (
      SELECT 1 FROM (
        SELECT d."sha256" FROM "Delivery" d
        WHERE d."messageExternalId" = ${messageExternalId} AND d."accountExternalId" = ${accountExternalId}
        ORDER BY d."id" DESC LIMIT 1
      ) newest WHERE newest."sha256" = ${sha256})
    RETURNING "id"`;
  const [row] = kept;
  if (row === undefined) return false;
  await applyOne(db, (tx) => takeWhenFree(tx, row.id), row.id);
  return true;
}
