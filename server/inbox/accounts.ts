/** The accounts, each with the number of chats that hold something unread, by folder. */
import { z } from "zod";
import { accountColours } from "@/domain/account-look";
import { phoneNumber } from "@/domain/chat-list";
import { totalUnread } from "@/domain/filter-counts";
import type { Account } from "@/domain/inbox";
import { db } from "../db";
import { Prisma } from "../generated/client";
import { accountName, instantOfRow } from "./chat-rows";
import { inboxesOf } from "./inboxes";
import { quietAccounts } from "./rhythms";

const accountRow = z.object({
  id: z.string(),
  externalId: z.string(),
  provider: z.string(),
  feature: z.string().nullable(),
  name: z.string().nullable(),
  aliases: z.array(z.string()),
  colour: z.enum(accountColours).nullable().catch(null),
  shortName: z.string().nullable(),
  state: z.enum(["ok", "connecting", "reconnect", "error", "stopped", "deleted", "unknown"]),
  rawState: z.string().nullable(),
  folders: z.array(z.object({ folder: z.string(), unreadCount: z.number() })),
  lastEventAt: instantOfRow.nullable(),
  isTest: z.boolean(),
});

/** By provider, then by the vendor's id, so that the order stays when names change. */
export async function listAccounts(): Promise<{ items: Account[] }> {
  const rows = z.array(accountRow).parse(await db().$queryRaw(accountsStatement));
  const quiet = await quietAccounts(rows, new Date().toISOString());
  return { items: rows.map((row) => toAccount(row, quiet.has(row.id))) };
}

/** An account counts what its folders count, so that the numbers on screen add up. */
function toAccount({ aliases, ...row }: z.infer<typeof accountRow>, isQuiet: boolean): Account {
  const ownName = accountName({ ...row, aliases });
  const identity = phoneNumber(aliases) ?? aliases[0] ?? null;
  return { ...row, isQuiet, unreadCount: totalUnread(row.folders), name: row.shortName ?? ownName, ownName, identity };
}

/** One walk over the index of what is unread, beside the inboxes, of which some hold nothing unread. */
export const accountsStatement = Prisma.sql`
  WITH RECURSIVE "inbox" AS (${inboxesOf(Prisma.sql`true`)}),
  "unread" AS (
    SELECT c."accountId", c."folder", count(*)::int AS "count" FROM "Chat" c
    WHERE c."lastActivityAt" IS NOT NULL AND c."unreadCount" > 0 GROUP BY c."accountId", c."folder"
  ),
  "counted" AS (
    SELECT i."accountId",
      json_agg(json_build_object('folder', i."folder", 'unreadCount', coalesce(u."count", 0)) ORDER BY i."folder") AS "folders"
    FROM "inbox" i LEFT JOIN "unread" u ON u."accountId" = i."accountId" AND u."folder" = i."folder"
    WHERE i."folder" IS NOT NULL GROUP BY i."accountId"
  )
  SELECT a."id", a."externalId", a."provider", a."feature", a."name", a."aliases", a."state", a."rawState",
    coalesce(n."folders", '[]') AS "folders", a."lastEventAt", a."isTest", l."colour", l."shortName"
  FROM "Account" a LEFT JOIN "AccountLook" l ON l."accountId" = a."id" LEFT JOIN "counted" n ON n."accountId" = a."id" ORDER BY a."provider", a."externalId"`;
