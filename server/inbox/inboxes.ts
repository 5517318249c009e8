/**
 * Inboxes: what an account has in one folder. LinkedIn gives an account several, every other network one. They are never counted up
 * in a table: stepping over the index from one folder to the next finds them, with one look-up each.
 */
import { Prisma } from "../generated/client";

/** Of the accounts `a` for which `which` holds: rows of "accountId" and "folder", the last one of each account with a null folder. */
export function inboxesOf(which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT a."id" AS "accountId", (
      SELECT c."folder" FROM "Chat" c
      WHERE c."accountId" = a."id" AND c."lastActivityAt" IS NOT NULL ORDER BY c."folder" LIMIT 1
    ) AS "folder"
    FROM "Account" a WHERE ${which}
    UNION ALL
    SELECT i."accountId", (
      SELECT c."folder" FROM "Chat" c
      WHERE c."accountId" = i."accountId" AND c."lastActivityAt" IS NOT NULL AND c."folder" > i."folder" ORDER BY c."folder" LIMIT 1
    )
    FROM "inbox" i WHERE i."folder" IS NOT NULL`;
}

/** One inbox, as a row of the same shape; none when `which` does not hold for its account. */
export function oneInbox(which: Prisma.Sql, folder: string): Prisma.Sql {
  return Prisma.sql`SELECT a."id" AS "accountId", ${folder}::text AS "folder" FROM "Account" a WHERE ${which}`;
}
