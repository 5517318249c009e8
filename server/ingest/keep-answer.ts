/**
 * What the vendor's API told, kept like deliveries and applied by the same code: it can be replayed, and shown to an admin. An answer that
 * repeats the newest word on its message says nothing new and is not kept; one that repeats an older word says that it holds again.
 */
import type { PrismaClient } from "../generated/client";
import { applyThese } from "./applier";

export type Answer = {
  /** one of the words of postpress/outcome.ts */
  event: string;
  /** the answer in our envelope, as JSON */
  body: string;
  accountExternalId: string;
  chatExternalId: string | null;
  messageExternalId: string | null;
};

/**
 * In the order given, all at once, and applied when this returns. Returns how many said anything new.
 * @param askedAt when they were asked for: what they tell held then, however long it took
 * @throws what the database throws
 */
export async function keepAnswers(db: PrismaClient, askedAt: Date, answers: readonly Answer[]): Promise<number> {
  if (answers.length === 0) return 0;
  const column = (name: keyof Answer) => answers.map((answer) => answer[name] ?? "");
  const kept = await db.$queryRaw<{ id: bigint }[]>`
    INSERT INTO "Delivery" ("receivedAt", "sha256", "body", "contentType", "event", "accountExternalId", "chatExternalId", "messageExternalId")
    SELECT ${askedAt}, sha256(convert_to(a."body", 'UTF8')), convert_to(a."body", 'UTF8'), 'application/json', a."event", a."account",
      nullif(a."chat", ''), nullif(a."message", '')
    FROM unnest(${column("event")}::text[], ${column("body")}::text[], ${column("accountExternalId")}::text[],
      ${column("chatExternalId")}::text[], ${column("messageExternalId")}::text[])
      WITH ORDINALITY AS a("event", "body", "account", "chat", "message", "place")
    LEFT JOIN LATERAL (
      SELECT d."sha256" FROM "Delivery" d
      WHERE a."message" <> '' AND d."messageExternalId" = a."message" AND d."accountExternalId" = a."account"
      ORDER BY d."id" DESC LIMIT 1
    ) newest ON true
    WHERE newest."sha256" IS DISTINCT FROM sha256(convert_to(a."body", 'UTF8'))
    ORDER BY a."place"
    RETURNING "id"`;
  await applyThese(
    db,
    kept.map(({ id }) => id),
  );
  return kept.length;
}
