/**
 * How much is written at each account, as messages of a day on average of the last seven, and what became of the last look for what was
 * missed. Only chats in which anything happened are looked at.
 */
import { z } from "zod";
import type { AccountActivity } from "@/domain/account-activity";
import { db } from "../db";
import { instantOfRow } from "../inbox/chat-rows";

const days = 7;

const row = z.object({
  accountId: z.string(),
  messages: z.number(),
  gap: z
    .object({
      state: z.enum(["waiting", "done", "failed"]),
      since: instantOfRow,
      endedAt: instantOfRow.nullable(),
      found: z.number(),
    })
    .nullable(),
});

export async function listActivity(): Promise<{ items: AccountActivity[] }> {
  const rows = z.array(row).parse(
    await db().$queryRaw`
      SELECT a."id" AS "accountId", coalesce(t."messages", 0) AS "messages", CASE WHEN e."id" IS NOT NULL THEN
        json_build_object('state', e."state", 'since', e."since", 'endedAt', e."endedAt", 'found', e."found") END AS "gap"
      FROM "Account" a
      LEFT JOIN "Errand" e ON e."kind" = 'gap' AND e."accountExternalId" = a."externalId" AND e."chatExternalId" = ''
      LEFT JOIN (
        SELECT c."accountId", sum(m."count")::int AS "messages"
        FROM "Chat" c
        CROSS JOIN LATERAL (
          SELECT count(*) AS "count" FROM "Message" m
          WHERE m."chatId" = c."id" AND m."isVisible" AND m."sentAt" > now() - make_interval(days => ${days}::int)
        ) m
        WHERE c."lastActivityAt" IS NOT NULL AND c."lastActivityAt" > now() - make_interval(days => ${days}::int)
        GROUP BY c."accountId"
      ) t ON t."accountId" = a."id"
      ORDER BY a."provider", a."externalId"`,
  );
  return { items: rows.map(({ accountId, messages, gap }) => ({ accountId, messagesPerDay: messages / days, gap })) };
}
