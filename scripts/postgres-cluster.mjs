/** A PostgreSQL cluster on disk: made once, its password and port remembered beside it. Starting it is postgres.mjs. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { makeDataFolder, writePrivateFile } from "./data-folder.mjs";
import { chooseRunner, findBinaries } from "./postgres-binaries.mjs";
import { Problem } from "./problem.mjs";

const MAJOR_VERSION = "18";
const LOCALE_FLAGS = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];

/** Opens the cluster of a data folder, making it when there is none. `isDurable: false` skips the sync to disk (tests). */
export async function openCluster(dataDir, { isDurable = true } = {}) {
  const root = resolve(dataDir);
  const folder = join(root, "pg");
  makeDataFolder(root);
  const binaries = findBinaries();
  const runner = chooseRunner([root, binaries.postgres], folder);
  const cluster = { root, folder, binaries, runner, logFile: join(root, "pg.log"), ...readSettings(root) };
  if (existsSync(folder)) assertUsable(cluster);
  else await initialise(cluster, isDurable);
  return cluster;
}

function readSettings(root) {
  const file = join(root, "pg.json");
  if (existsSync(file)) return readJson(file);
  return { port: null, password: randomBytes(24).toString("base64url") };
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Problem(
      `Cannot read ${file} (${error.code ?? error.name}): it holds the database's password; restore it from a backup.`,
    );
  }
}

export function rememberSettings({ root, port, password }) {
  writePrivateFile(join(root, "pg.json"), `${JSON.stringify({ port, password })}\n`);
}

function assertUsable({ root, folder }) {
  const version = readClusterVersion(folder);
  if (version !== MAJOR_VERSION) {
    throw new Problem(
      `${folder} was made by PostgreSQL ${version}, this is ${MAJOR_VERSION}: move it over with pg_dump, or set POSTROOM_DATA to a new folder.`,
    );
  }
  if (!existsSync(join(root, "pg.json"))) {
    throw new Problem(
      `${join(root, "pg.json")} is missing: it holds the database's password; restore it from a backup.`,
    );
  }
}

function readClusterVersion(folder) {
  try {
    return readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  } catch (error) {
    throw new Problem(
      `Cannot read the database in ${folder} (${error.code}): start as the user it belongs to, or set POSTROOM_DATA to a new folder.`,
    );
  }
}

/** Made under another name and renamed when complete, so that an interrupted start leaves nothing half-done. */
async function initialise(cluster, isDurable) {
  const { root, folder, runner, password } = cluster;
  for (const name of readdirSync(root)) {
    if (name.startsWith("pg.making-")) rmSync(join(root, name), { recursive: true, force: true });
  }
  rememberSettings(cluster);
  const making = join(root, `pg.making-${process.pid}`);
  const passwordFile = `${making}.password`;
  mkdirSync(making, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (runner.uid) for (const path of [making, passwordFile]) chownSync(path, runner.uid, runner.gid);
  const access = ["--username=postroom", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  await runInitdb(cluster, ["-D", making, ...access, ...LOCALE_FLAGS, ...(isDurable ? [] : ["--no-sync"])]);
  rmSync(passwordFile);
  chmodSync(making, 0o700);
  renameSync(making, folder);
}

function runInitdb({ binaries, runner, root }, flags) {
  const { command, args, options } = runner.wrap(binaries.initdb, flags);
  return new Promise((done, fail) => {
    // The folder we stand in may be closed to the user that initdb runs as.
    const child = spawn(command, args, {
      ...options,
      cwd: "/",
      stdio: ["ignore", "ignore", "pipe"],
      env: postgresEnvironment(),
    });
    let complaint = "";
    child.stderr.on("data", (chunk) => (complaint = `${complaint}${chunk}`.slice(-2000)));
    child.once("error", fail);
    child.once("close", (code) => {
      if (code === 0) done();
      else
        fail(
          new Problem(
            `Cannot make a database in ${root} (initdb ended with ${code}): ${complaint.trim().split("\n").at(-1)}`,
          ),
        );
    });
  });
}

/** Nothing of ours that PostgreSQL would read (PGDATA, PGPORT, LANG …) gets through. */
export function postgresEnvironment() {
  return { PATH: process.env.PATH ?? "", LC_ALL: "C", TZ: "UTC" };
}
