/** Which process serves a cluster: read from `postmaster.pid`, believed only when it proves to be ours. */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { Problem } from "./problem.mjs";

const PATIENCE_MS = 15_000;

/** `{ pid, port, isReady }`, or null when there is no such file or it is being written. */
export function readPidFile(folder) {
  const lines = readLines(join(folder, "postmaster.pid"));
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" };
}

function readLines(file) {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw error;
  }
}

export function isAlive(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** The live server of this cluster, once it answers; null when there is none. One that is starting or ending is waited for. */
export async function findOwnServer(cluster) {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const entry = readPidFile(cluster.folder);
    if (!entry || !isAlive(entry.pid)) return null;
    if (isSomethingElse(entry.pid)) {
      rmSync(join(cluster.folder, "postmaster.pid"), { force: true });
      return null;
    }
    if (entry.isReady && (await answers(cluster, entry.port))) return entry;
    if (entry.isReady && Date.now() > until) {
      throw new Problem(`Process ${entry.pid} holds ${cluster.folder} but does not answer: end it, then start again.`);
    }
    await sleep(50);
  }
}

/** After a crash of the machine or in a container the recorded id may have gone to a program that is not PostgreSQL. */
function isSomethingElse(pid) {
  const { stdout, status } = spawnSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" });
  const name = status === 0 ? basename(stdout.trim()) : readLines(`/proc/${pid}/comm`)[0];
  return Boolean(name) && !name.startsWith("postgres") && !name.startsWith("setpriv");
}

async function answers({ folder, password }, port) {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: "postroom",
    password,
    database: "postgres",
    connectionTimeoutMillis: 2000,
  });
  client.on("error", () => {}); // told by the query below
  try {
    await client.connect();
    const { rows } = await client.query("SHOW data_directory");
    return rows[0].data_directory === folder;
  } catch {
    return false; // starting, stopping or not ours: the caller decides when to give up
  } finally {
    await client.end().catch(() => {});
  }
}
