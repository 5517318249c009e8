/**
 * Which accounts are quieter than their own rhythm. The hours before an account's last event no longer change, so they are read once for
 * each silence and kept in the process; accounts that are not silent are not asked about at all.
 */
import { z } from "zod";
import type { Account } from "@/domain/inbox";
import { isQuiet, mayBeQuiet, rhythmHours, type Hour } from "@/domain/quiet";
import { db } from "../db";
import { Prisma } from "../generated/client";

type Silence = Pick<Account, "id" | "state" | "lastEventAt">;

/** By account and last event. */
const known = new Map<string, readonly Hour[]>();
const keyOf = ({ id, lastEventAt }: Silence) => `${id} ${lastEventAt ?? ""}`;

const hoursRow = z.object({ id: z.string(), hours: z.array(z.number()) });

/** The ids of the quiet ones. */
export async function quietAccounts(accounts: readonly Silence[], now: string): Promise<ReadonlySet<string>> {
  const silent = accounts.filter((account) => mayBeQuiet(account, now));
  await readHours(silent);
  const quiet = silent.filter((one) => isQuiet(one, { activeHours: known.get(keyOf(one)) ?? [], now }));
  return new Set(quiet.map(({ id }) => id));
}

async function readHours(silent: readonly Silence[]): Promise<void> {
  const keys = new Set(silent.map(keyOf));
  for (const key of known.keys()) if (!keys.has(key)) known.delete(key);
  const unknown = silent.filter((one) => !known.has(keyOf(one)));
  if (unknown.length === 0) return;
  const rows = z.array(hoursRow).parse(await db().$queryRaw(hoursStatement(unknown.map(({ id }) => id))));
  const hours = new Map(rows.map((row) => [row.id, row.hours]));
  for (const one of unknown) known.set(keyOf(one), hours.get(one.id) ?? []);
}

/** By the key of the table, four weeks of each account. */
export function hoursStatement(ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT a."id", array_agg(h."hour") AS "hours" FROM "Account" a JOIN "AccountHour" h ON h."accountId" = a."id"
      AND h."hour" > floor(extract(epoch FROM a."lastEventAt") / 3600)::int - ${rhythmHours}::int
    WHERE a."id" = ANY(${[...ids]}::uuid[]) GROUP BY a."id"`;
}
