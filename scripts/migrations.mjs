/** The migrations of the project and how far a database is behind them, by SQL alone. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
export const migrationsFolder = join(root, "prisma", "migrations");

/** In the order in which they are applied: `{ name, sql, checksum }`. */
export function readMigrations(folder = migrationsFolder) {
  return readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/**
 * What `_prisma_migrations` says about ours: `missing` are not applied, `changed` were edited after they were applied,
 * `failed` began and never ended, `unknown` come from a newer Postroom.
 */
export async function compareMigrations(client, migrations = readMigrations()) {
  const rows = await readApplied(client);
  const applied = new Map(
    rows.filter((row) => row.finished_at && !row.rolled_back_at).map((row) => [row.migration_name, row]),
  );
  const names = new Set(migrations.map(({ name }) => name));
  return {
    applied: [...applied.keys()],
    missing: migrations.filter(({ name }) => !applied.has(name)).map(({ name }) => name),
    changed: migrations
      .filter(({ name, checksum }) => applied.has(name) && applied.get(name).checksum !== checksum)
      .map(({ name }) => name),
    failed: rows.filter((row) => !row.finished_at && !row.rolled_back_at).map((row) => row.migration_name),
    unknown: [...applied.keys()].filter((name) => !names.has(name)),
  };
}

async function readApplied(client) {
  const table = await client.query("SELECT to_regclass('_prisma_migrations') AS name");
  if (table.rows[0].name === null) return [];
  const { rows } = await client.query(
    "SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations ORDER BY started_at",
  );
  return rows;
}
