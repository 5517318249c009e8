import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createDatabase, withClient } from "./database.mjs";
import { findPostgres, startPostgres } from "./postgres.mjs";
import { isAlive } from "./postgres-process.mjs";
import { startThrowAwayPostgres } from "./postgres-throw-away.mjs";

const folder = mkdtempSync(join(tmpdir(), "postroom-postgres-"));
const fast = { isDurable: false, settings: { fsync: "off" } };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function ask(url, statement) {
  return withClient(url, (client) => client.query(statement)).then(({ rows }) => rows[0]);
}

async function askUntilAnswered(url, statement) {
  const until = Date.now() + 5000;
  for (;;) {
    try {
      return await ask(url, statement);
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

test("a new server speaks UTF-8 in UTC, wants its password and listens on loopback alone", async () => {
  const server = await startThrowAwayPostgres(fast);
  const row = await ask(
    server.url,
    "SELECT current_setting('server_encoding') AS encoding, current_setting('TimeZone') AS zone, current_setting('listen_addresses') AS host",
  );
  expect(row).toEqual({ encoding: "UTF8", zone: "UTC", host: "127.0.0.1" });
  await expect(ask(server.url.replace(/:[^:@]+@/, ":wrong@"), "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
  const outside = Object.values(networkInterfaces())
    .flat()
    .find(({ internal, family }) => !internal && family === "IPv4");
  if (outside) {
    await expect(ask(server.url.replace("127.0.0.1", outside.address), "SELECT 1")).rejects.toMatchObject({
      code: "ECONNREFUSED",
    });
  }
  await server.stop();
  expect(existsSync(server.dataDir)).toBe(false);
});

test("a server that outlived its parent is adopted, and found by scripts beside it", async () => {
  const dataDir = join(folder, "adopted");
  const first = await startPostgres({ dataDir, ...fast });
  const second = await startPostgres({ dataDir, ...fast });
  expect(second.pid()).toBe(first.pid());
  expect(await findPostgres(dataDir)).toBe(first.url);
  await second.stop();
  expect(isAlive(second.pid())).toBe(false);
  expect(await findPostgres(dataDir)).toBe(null);
  await first.stop();
});

test("what was committed survives kill -9, and the server is back on the same port within 5 seconds", async () => {
  const dataDir = join(folder, "killed");
  const server = await startPostgres({ dataDir });
  await ask(server.url, "CREATE TABLE kept AS SELECT 42 AS answer");
  process.kill(server.pid(), "SIGKILL");
  expect(await askUntilAnswered(server.url, "SELECT answer FROM kept")).toEqual({ answer: 42 });
  await server.stop();
});

test("after an immediate shutdown it stays down until it is started again", async () => {
  const server = await startThrowAwayPostgres(fast);
  const url = await createDatabase(server.url, "inbox");
  await server.crash();
  await expect(ask(url, "SELECT 1")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  await server.restart();
  expect(await ask(url, "SELECT 1 AS one")).toEqual({ one: 1 });
  await server.stop();
});

test("an id in postmaster.pid that now belongs to another program is not believed", async () => {
  const dataDir = join(folder, "reused");
  const first = await startPostgres({ dataDir, ...fast });
  await first.stop();
  const lines = [process.pid, join(dataDir, "pg"), 0, first.port, "", "127.0.0.1", "", "ready"];
  writeFileSync(join(dataDir, "pg", "postmaster.pid"), lines.join("\n"));
  const second = await startPostgres({ dataDir, ...fast });
  expect(second.pid()).not.toBe(process.pid);
  expect(await ask(second.url, "SELECT 1 AS one")).toEqual({ one: 1 });
  await second.stop();
});

test("a start that was interrupted while making the cluster leaves nothing in the way of the next", async () => {
  const dataDir = join(folder, "interrupted");
  mkdirSync(join(dataDir, "pg.making-1", "base"), { recursive: true, mode: 0o755 });
  writeFileSync(join(dataDir, "pg.making-1", "PG_VERSION"), "18");
  const server = await startPostgres({ dataDir, ...fast });
  expect(existsSync(join(dataDir, "pg.making-1"))).toBe(false);
  await server.stop();
});

test("a cluster of another PostgreSQL is left alone", async () => {
  const dataDir = join(folder, "older");
  mkdirSync(join(dataDir, "pg"), { recursive: true });
  writeFileSync(join(dataDir, "pg", "PG_VERSION"), "16\n");
  await expect(startPostgres({ dataDir })).rejects.toThrow(/made by PostgreSQL 16, this is 18/);
});
