/**
 * How often somebody may try to sign in: 10 times an account and 50 times an address within 15 minutes. An attempt is taken before
 * anything is hashed, so that many at once cannot slip through, and given back when it succeeds. Kept in the database for all processes.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import { db } from "../db";
import { Prisma } from "../generated/client";

const windowSeconds = 15 * 60;
const mostOfAccount = 10;
const mostOfAddress = 50;

export type Attempt = { ids: readonly bigint[]; accountKey: string };

/** Come back later; the same for users and strangers. */
export class TooManyAttempts extends Error {
  constructor(readonly waitSeconds: number) {
    super(`too-many-attempts:${waitSeconds}`);
  }
}

const waits = z.array(z.object({ waitSeconds: z.number().nullable() }));
const taken = z.array(z.object({ id: z.bigint() }));

/** @throws TooManyAttempts */
export async function takeAttempt(email: string, address: string): Promise<Attempt> {
  const accountKey = keyOf("account", email);
  const keys = [accountKey, keyOf("address", address)];
  const ids = await db().$transaction(async (transaction) => {
    for (const key of [...keys].sort())
      await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
    await transaction.$executeRaw`DELETE FROM "SignInFailure" WHERE "at" <= now() - make_interval(secs => ${windowSeconds})`;
    const limits = [mostOfAccount, mostOfAddress];
    for (const [index, key] of keys.entries()) {
      const [row] = waits.parse(await transaction.$queryRaw(waitFor(key, limits[index] ?? 0)));
      if (row?.waitSeconds) throw new TooManyAttempts(row.waitSeconds);
    }
    return taken.parse(
      await transaction.$queryRaw`INSERT INTO "SignInFailure" ("key") SELECT unnest(${keys}::text[]) RETURNING "id"`,
    );
  });
  return { ids: ids.map(({ id }) => id), accountKey };
}

/** Until the oldest of the last `limit` attempts leaves the window; no row while there are fewer. */
function waitFor(key: string, limit: number): Prisma.Sql {
  return Prisma.sql`
    SELECT ceil(${windowSeconds} - extract(epoch FROM now() - "at"))::int AS "waitSeconds"
    FROM "SignInFailure" WHERE "key" = ${key} ORDER BY "at" DESC OFFSET ${limit - 1} LIMIT 1`;
}

/** It was the right password: the account starts afresh, and the address gets this attempt back. */
export async function giveBack(attempt: Attempt): Promise<void> {
  const { ids, accountKey } = attempt;
  await db().signInFailure.deleteMany({ where: { OR: [{ id: { in: [...ids] } }, { key: accountKey }] } });
}

function keyOf(kind: string, value: string): string {
  return createHash("sha256").update(`${kind} ${value}`).digest("base64url");
}
