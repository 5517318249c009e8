import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, withClient } from "./database.mjs";
import { bringUpToDate } from "./migrate.mjs";
import { compareMigrations, readMigrations } from "./migrations.mjs";
import { startThrowAwayPostgres } from "./postgres-throw-away.mjs";

let server;

beforeAll(async () => {
  server = await startThrowAwayPostgres({ isDurable: false, settings: { fsync: "off" } });
});

afterAll(() => server.stop());

test("three starts at once apply each migration once, and a fourth finds nothing to do", async () => {
  const url = await createDatabase(server.url, "three_starts");
  const names = readMigrations().map(({ name }) => name);
  expect(names.length).toBeGreaterThan(0);
  const outcomes = await Promise.all([bringUpToDate(url), bringUpToDate(url), bringUpToDate(url)]);
  expect(outcomes.flatMap(({ applied }) => applied)).toEqual(names);
  expect(await bringUpToDate(url)).toEqual({ applied: [], total: names.length });
});

test("writes Prisma's own table, so that its command line agrees", async () => {
  const url = await createDatabase(server.url, "own_table");
  await bringUpToDate(url);
  const { rows } = await withClient(url, (client) =>
    client.query(
      "SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name",
    ),
  );
  expect(rows).toEqual(readMigrations().map(({ name, checksum }) => ({ name, checksum })));
});

test("an edited migration, a failed one and a newer database are told apart", async () => {
  const url = await createDatabase(server.url, "troubles");
  await bringUpToDate(url);
  const [first] = readMigrations();
  await withClient(url, (client) =>
    client.query("UPDATE _prisma_migrations SET checksum = 'x' WHERE migration_name = $1", [first.name]),
  );
  await expect(bringUpToDate(url)).rejects.toThrow(/was edited after it was applied/);
  await withClient(url, (client) =>
    client.query("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = $1", [first.name]),
  );
  await expect(bringUpToDate(url)).rejects.toThrow(/failed on this database before/);
  const known = await withClient(url, (client) => compareMigrations(client, []));
  expect(known.unknown).toContain(readMigrations().at(-1).name);
});
