/**
 * Brings a database up to the migrations: `node scripts/migrate.mjs` with DATABASE_DIRECT_URL or DATABASE_URL. Its own process, run before
 * the server. Starts at the same time wait for each other on an advisory lock; where nothing is missing, the engine is not even loaded.
 * Prints one line of JSON: `{ "applied": […names], "total": n }`.
 */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { withClient } from "./database.mjs";
import { compareMigrations, migrationsFolder, readMigrations } from "./migrations.mjs";
import { Problem, runScript } from "./problem.mjs";

const script = fileURLToPath(import.meta.url);

/** For other scripts: the same, by SQL alone where nothing is missing, else in a process of its own. Returns `{ applied, total }`. */
export async function bringUpToDate(databaseUrl) {
  const migrations = readMigrations();
  const missing = await withClient(databaseUrl, (client) => findMissing(client, migrations));
  if (missing.length === 0) return { applied: [], total: migrations.length };
  const env = { ...process.env, DATABASE_URL: databaseUrl, DATABASE_DIRECT_URL: databaseUrl };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script], { env });
    return JSON.parse(stdout);
  } catch (error) {
    throw new Problem(error.stderr?.trim().replace(/^✗ /, "") || `The migrations ended with ${error.code}.`);
  }
}

async function migrate(databaseUrl) {
  const migrations = readMigrations();
  return withClient(databaseUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtext('postroom migrations'))");
    const missing = await findMissing(client, migrations);
    if (missing.length > 0) await applyAll(databaseUrl, migrations);
    return missing;
  });
}

async function findMissing(client, migrations) {
  const { missing, changed, failed, unknown } = await compareMigrations(client, migrations);
  if (failed.length > 0) {
    throw new Problem(
      `Migration ${failed[0]} failed on this database before: restore a backup, or mend it and mark it with "prisma migrate resolve".`,
    );
  }
  if (changed.length > 0)
    throw new Problem(
      `Migration ${changed[0]} was edited after it was applied: restore the file, and write a new migration.`,
    );
  if (unknown.length > 0)
    throw new Problem(`This database was made by a newer Postroom (migration ${unknown.at(-1)}): update Postroom.`);
  return missing;
}

async function applyAll(databaseUrl, migrations) {
  const { openEngine } = await import("./schema-engine.mjs");
  const engine = await openEngine(databaseUrl);
  const migrationDirectories = migrations.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
  }));
  const lockfile = { path: "migration_lock.toml", content: 'provider = "postgresql"\n' };
  const migrationsList = { baseDir: migrationsFolder, shadowDbInitScript: "", lockfile, migrationDirectories };
  try {
    await engine.applyMigrations({ migrationsList, filters: { externalTables: [], externalEnums: [] } });
  } catch (error) {
    throw new Problem(`A migration failed and was rolled back: ${error.message}`);
  }
}

async function main() {
  const url = process.env.DATABASE_DIRECT_URL || process.env.DATABASE_URL;
  if (!url) throw new Problem("Set DATABASE_URL to the database that is to be migrated.");
  const applied = await migrate(url);
  process.stdout.write(`${JSON.stringify({ applied, total: readMigrations().length })}\n`, () => process.exit(0));
}

if (process.argv[1] === script) await runScript(main);
