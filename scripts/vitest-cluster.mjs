/** Vitest's global set-up: one throw-away server a run, with a migrated database `template` that fresh-database.mjs copies. */
import { createDatabase } from "./database.mjs";
import { bringUpToDate } from "./migrate.mjs";
import { startThrowAwayPostgres } from "./postgres-throw-away.mjs";

// Several projects of one run share the server; each loads a copy of this module.
const key = Symbol.for("postroom.vitest-cluster");

export async function setup(project) {
  globalThis[key] ??= { users: 0, starting: start() };
  globalThis[key].users += 1;
  const server = await globalThis[key].starting;
  project.provide("postgresUrl", server.url);
}

export async function teardown() {
  globalThis[key].users -= 1;
  if (globalThis[key].users === 0) await (await globalThis[key].starting).stop();
}

async function start() {
  const settings = { fsync: "off", full_page_writes: "off", max_connections: 200 };
  const server = await startThrowAwayPostgres({ isDurable: false, settings });
  await bringUpToDate(await createDatabase(server.url, "template"));
  return server;
}
