/**
 * The embedded PostgreSQL server: on loopback only, in a process group of its own (Ctrl-C must not reach it before us), adopted when it
 * outlived its parent, started again when it crashes, stopped in the `fast` way. The files on disk belong to postgres-cluster.mjs.
 */
import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { giveToOwner } from "./data-folder.mjs";
import { withClient } from "./database.mjs";
import { openCluster, postgresEnvironment, rememberSettings } from "./postgres-cluster.mjs";
import { findFreePort, isPortFree } from "./port.mjs";
import { findOwnServer, isAlive, readPidFile } from "./postgres-process.mjs";
import { Problem } from "./problem.mjs";

const LOG_LIMIT_BYTES = 2_000_000;
const START_ATTEMPTS = 20;
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  jit: "off",
  // The log must not carry what people wrote: no statements, no DETAIL lines with row values.
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};

/**
 * Starts or adopts the server of a data folder. `url` leads to its database `postgres`. `stop()` ends it.
 * `crash()` and `restart()` are for fault campaigns: an immediate shutdown that stays down, and its end.
 */
export async function startPostgres({ dataDir, settings = {}, isDurable = true }) {
  const cluster = await openCluster(dataDir, { isDurable });
  const server = { cluster, settings: { ...SETTINGS, ...settings }, pid: null, timer: null, revival: null };
  await bringUp(server);
  const url = urlOf(cluster);
  const { rows } = await withClient(url, (client) => client.query("SHOW server_version"));
  watch(server);
  return {
    url,
    port: cluster.port,
    version: rows[0].server_version.split(" ")[0],
    dataDir: cluster.root,
    pid: () => server.pid,
    stop: () => takeDown(server, "SIGINT"),
    crash: () => takeDown(server, "SIGQUIT"),
    restart: () => bringUp(server).then(() => watch(server)),
  };
}

/** The URL of the server that is running on a data folder, or null. Starts nothing. */
export async function findPostgres(dataDir) {
  const file = join(dataDir, "pg.json");
  if (!existsSync(file)) return null;
  const { port, password } = JSON.parse(readFileSync(file, "utf8"));
  const entry = readPidFile(join(dataDir, "pg"));
  return entry?.isReady && entry.port === port && isAlive(entry.pid) ? urlOf({ port, password }) : null;
}

function urlOf({ port, password }) {
  return `postgresql://postroom:${password}@127.0.0.1:${port}/postgres`;
}

/** After a kill -9 the first attempts may meet the remains of the old server; a port may be taken between finding and using it. */
async function bringUp(server) {
  const { cluster } = server;
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt += 1) {
    const own = await findOwnServer(cluster);
    if (own) Object.assign(cluster, { port: own.port });
    else if (!cluster.port || !(await isPortFree(cluster.port))) cluster.port = await findFreePort();
    server.pid = own ? own.pid : launch(server);
    if (await becomesReady(server)) return rememberSettings(cluster);
    await sleep(100 + 20 * attempt);
  }
  throw new Problem(`PostgreSQL does not start; ${cluster.logFile} ends with: ${lastLine(cluster.logFile)}`);
}

function launch({ cluster, settings }) {
  const log = openLog(cluster.logFile);
  const flags = Object.entries({ ...settings, port: cluster.port }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const { command, args, options } = cluster.runner.wrap(cluster.binaries.postgres, ["-D", cluster.folder, ...flags]);
  const stdio = ["ignore", log, log];
  const child = spawn(command, args, { ...options, cwd: "/", detached: true, stdio, env: postgresEnvironment() });
  child.on("error", () => {}); // a program that cannot be spawned has no pid, and so never becomes ready
  child.unref();
  closeSync(log);
  return child.pid ?? null;
}

function openLog(file) {
  if (existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  const log = openSync(file, "a", 0o600);
  giveToOwner(file);
  return log;
}

function lastLine(file) {
  return readFileSync(file, "utf8").trim().split("\n").at(-1);
}

/** True when the server takes connections, false when it ended first. Recovery may take its time: no limit while it lives. */
async function becomesReady({ cluster, pid }) {
  while (isAlive(pid)) {
    const entry = readPidFile(cluster.folder);
    if (entry?.pid === pid && entry.isReady) return true;
    await sleep(15);
  }
  return false;
}

/** A server that died is started again, for as long as nobody took it down. */
function watch(server) {
  server.timer = setInterval(() => {
    if (server.revival || isAlive(server.pid)) return;
    server.revival = bringUp(server)
      .catch((error) => console.error(error.message)) // the next tick tries again
      .finally(() => (server.revival = null));
  }, 250);
  server.timer.unref();
}

async function takeDown(server, signal) {
  clearInterval(server.timer);
  await server.revival;
  for (const next of [signal, "SIGQUIT", "SIGKILL"]) {
    if (isAlive(server.pid)) process.kill(server.pid, next);
    const until = Date.now() + 3000;
    while (isAlive(server.pid) && Date.now() < until) await sleep(10);
  }
}
