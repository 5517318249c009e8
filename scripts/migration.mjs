/**
 * Writes a new migration: `node scripts/migration.mjs <name>` compares prisma/schema.prisma with what the migrations make, on a throw-away
 * server. `--check` writes nothing and fails when they differ. What Prisma has no words for (partial indexes, checks) is written by hand.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bringUpToDate } from "./migrate.mjs";
import { migrationsFolder, root } from "./migrations.mjs";
import { startThrowAwayPostgres } from "./postgres-throw-away.mjs";
import { Problem, runScript } from "./problem.mjs";

/** The SQL that a migrated database lacks to be what the schema says; empty when nothing. Loads the engine: end with process.exit. */
export async function findDrift(databaseUrl) {
  const { openEngine } = await import("./schema-engine.mjs");
  const engine = await openEngine(databaseUrl);
  const path = join(root, "prisma", "schema.prisma");
  const files = [{ path, content: readFileSync(path, "utf8") }];
  const { stdout, exitCode } = await engine.diff({
    from: { tag: "schemaDatasource", files, configDir: root },
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
    shadowDatabaseUrl: null,
    schema: null,
  });
  return exitCode === 2 ? stdout : "";
}

async function main() {
  const name = process.argv[2] ?? "";
  if (name !== "--check" && !/^[a-z][a-z0-9_]*$/.test(name))
    throw new Problem("Name the migration: node scripts/migration.mjs add_labels");
  const server = await startThrowAwayPostgres({ isDurable: false });
  const drift = await bringUpToDate(server.url)
    .then(() => findDrift(server.url))
    .finally(server.stop);
  if (name === "--check" && drift)
    throw new Problem(`The migrations do not make what prisma/schema.prisma says. Missing:\n${drift}`);
  console.log(name === "--check" || !drift ? "The migrations make what the schema says." : write(name, drift));
  process.exit(0);
}

function write(name, sql) {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(migrationsFolder, `${stamp}_${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "migration.sql"), sql);
  return `Wrote ${join(folder, "migration.sql")}: read it before you commit it.`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runScript(main);
