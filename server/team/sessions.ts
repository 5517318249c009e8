/**
 * Whether a session still counts: its sign-in is a row, checked on each request against the user and the clock of the database.
 * How one signs in stands in auth.ts.
 */
import { z } from "zod";
import { roles, type TeamMember } from "@/domain/permissions";
import { db } from "../db";
import { readClaims } from "./session-cookie";

export type Session = { signInId: string; user: TeamMember };

const rows = z.array(
  z.object({ id: z.string(), name: z.string(), email: z.string(), role: z.enum(roles), isDueForNote: z.boolean() }),
);

/** Null when signed out, ended, disabled, idle for 12 hours or older than 7 days. Throws when the database cannot tell. */
export async function findSession(cookieHeader: string): Promise<Session | null> {
  const claims = await readClaims(cookieHeader);
  if (!claims) return null;
  const { sub, signInId } = claims;
  const found = await db().$queryRaw`
    SELECT u."id", u."name", u."email", u."role", s."lastSeenAt" < now() - interval '5 minutes' AS "isDueForNote"
    FROM "SignIn" s JOIN "User" u ON u."id" = s."userId"
    WHERE s."id" = ${signInId}::uuid AND s."userId" = ${sub}::uuid AND s."endedAt" IS NULL AND u."disabledAt" IS NULL
      AND s."sessionVersion" = u."sessionVersion"
      AND s."createdAt" > now() - interval '7 days' AND s."lastSeenAt" > now() - interval '12 hours'`;
  const [row] = rows.parse(found);
  if (!row) return null;
  const { isDueForNote, ...user } = row;
  if (isDueForNote) await db().$executeRaw`UPDATE "SignIn" SET "lastSeenAt" = now() WHERE "id" = ${signInId}::uuid`;
  return { signInId, user };
}

/** A new row for each sign-in; null when the user is gone or disabled meanwhile. */
export async function startSession(userId: string): Promise<string | null> {
  const started = await db().$queryRaw`
    INSERT INTO "SignIn" ("id", "userId", "sessionVersion")
    SELECT gen_random_uuid(), "id", "sessionVersion" FROM "User" WHERE "id" = ${userId}::uuid AND "disabledAt" IS NULL
    RETURNING "id"`;
  return z.array(z.object({ id: z.string() })).parse(started)[0]?.id ?? null;
}

export async function endSession(signInId: string): Promise<void> {
  await db().$executeRaw`UPDATE "SignIn" SET "endedAt" = now() WHERE "id" = ${signInId}::uuid AND "endedAt" IS NULL`;
}
