/**
 * Whether this server can do its work: the database answers within a second and every migration is applied. How old the oldest
 * waiting delivery is gets reported and is never a reason for "not ready": taking deliveries is what a server with a backlog must go on doing.
 */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { db } from "./db";
import { causeOf, log } from "./log";

const patienceMs = 1000;

export type Readiness = {
  isReady: boolean;
  database: "ok" | "away";
  missingMigrations: string[];
  backlogAgeSeconds: number | null;
};

const applied = z.array(z.object({ name: z.string() }));
const backlog = z.array(z.object({ ageSeconds: z.number() }));

export async function checkReadiness(): Promise<Readiness> {
  const away: Readiness = { isReady: false, database: "away", missingMigrations: [], backlogAgeSeconds: null };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Readiness>((resolve) => (timer = setTimeout(resolve, patienceMs, away)));
  const asked = ask().catch((error: unknown) => {
    log.warn(causeOf(error), "the database does not answer the readiness check");
    return away;
  });
  return Promise.race([asked, late]).finally(() => {
    clearTimeout(timer);
  });
}

async function ask(): Promise<Readiness> {
  const rows = await db().$queryRaw`
    SELECT "migration_name" AS "name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`;
  const known = new Set(applied.parse(rows).map(({ name }) => name));
  const missingMigrations = (await listMigrations()).filter((name) => !known.has(name));
  const oldest = await db().$queryRaw`
    SELECT extract(epoch FROM now() - "receivedAt")::float8 AS "ageSeconds"
    FROM "Delivery" WHERE "state" = 'kept' ORDER BY "id" LIMIT 1`;
  const backlogAgeSeconds = backlog.parse(oldest)[0]?.ageSeconds ?? null;
  return { isReady: missingMigrations.length === 0, database: "ok", missingMigrations, backlogAgeSeconds };
}

let migrations: Promise<string[]> | undefined;

/** The folder of this release; it does not change while the server runs, which is started from its root. */
async function listMigrations(): Promise<string[]> {
  migrations ??= readdir(join(process.cwd(), "prisma", "migrations"), { withFileTypes: true }).then((entries) =>
    entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name),
  );
  return migrations;
}
