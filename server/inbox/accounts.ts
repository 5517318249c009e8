/** The accounts, each with the number of its chats that hold something unread. */
import { z } from "zod";
import type { Account } from "@/domain/inbox";
import { db } from "../db";
import { Prisma } from "../generated/client";
import { accountName, instantOfRow } from "./chat-rows";

const accountRow = z.object({
  id: z.string(),
  externalId: z.string(),
  provider: z.string(),
  feature: z.string().nullable(),
  name: z.string().nullable(),
  aliases: z.array(z.string()),
  state: z.enum(["ok", "connecting", "reconnect", "error", "stopped", "deleted", "unknown"]),
  rawState: z.string().nullable(),
  unreadCount: z.number(),
  lastEventAt: instantOfRow.nullable(),
  isTest: z.boolean(),
});

/** By provider, then by the vendor's id, so that the order stays when names change. */
export async function listAccounts(): Promise<{ items: Account[] }> {
  const rows = z.array(accountRow).parse(await db().$queryRaw(accountsStatement));
  return { items: rows.map(({ aliases, ...row }) => ({ ...row, name: accountName({ ...row, aliases }) })) };
}

export const accountsStatement = Prisma.sql`
  SELECT a."id", a."externalId", a."provider", a."feature", a."name", a."aliases", a."state", a."rawState", a."lastEventAt", a."isTest", (
    SELECT count(*)::int FROM "Chat" c
    WHERE c."accountId" = a."id" AND c."lastActivityAt" IS NOT NULL AND c."unreadCount" > 0
  ) AS "unreadCount"
  FROM "Account" a ORDER BY a."provider", a."externalId"`;
