/**
 * The product as a bench or campaign meets it: a throw-away database server with default durability, the production build, the server
 * process. Everything is on free ports of the loopback interface and gone after `stop()`.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuilt } from "../scripts/build.mjs";
import { createDatabase } from "../scripts/database.mjs";
import { bringUpToDate } from "../scripts/migrate.mjs";
import { startThrowAwayPostgres } from "../scripts/postgres-throw-away.mjs";
import { findFreePort } from "../scripts/port.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A cluster with one migrated database. `settings` are PostgreSQL's. */
export async function startDatabase({ settings = {} } = {}) {
  const server = await startThrowAwayPostgres({ settings });
  const url = await createDatabase(server.url, `bench_${randomBytes(4).toString("hex")}`);
  await bringUpToDate(url);
  return { server, url, stop: server.stop };
}

/**
 * @returns `{ port, url, secret, child, stop }`; `mount: "route"` serves through Next alone, without the door before it. `like`: a product that
 * ran before, whose address and secrets this one takes over.
 */
export async function startProduct({ databaseUrl, mount = "door", env = {}, stdio = "ignore", like = null }) {
  await ensureBuilt({ onBuild: () => console.log("building …") });
  const { port, secret, sessionSecret } = like ?? (await newIdentity());
  const dataDir = join(tmpdir(), `postroom-data-${randomBytes(8).toString("hex")}`); // made when something is kept in it
  const variables = {
    ...process.env,
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    POSTPRESS_WEBHOOK_SECRET: secret,
    NEXTAUTH_SECRET: sessionSecret,
    NEXTAUTH_URL: `http://127.0.0.1:${port}`,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    LOG_LEVEL: "warn",
    POSTROOM_DATA: dataDir,
    ...env,
  };
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const args =
    mount === "door" ? [join(root, "scripts", "serve.mjs")] : [next, "start", "-H", "127.0.0.1", "-p", String(port)];
  const child = spawn(process.execPath, args, { cwd: root, env: variables, stdio: ["ignore", stdio, stdio, "ipc"] });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(`${url}/api/ready`, child);
  const stop = async () => {
    await end(child);
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { port, url, secret, sessionSecret, child, stop };
}

async function newIdentity() {
  const [secret, sessionSecret] = [randomBytes(24).toString("hex"), randomBytes(32).toString("hex")];
  return { port: await findFreePort(), secret, sessionSecret };
}

async function untilReady(url, child) {
  const endsAt = Date.now() + 60_000;
  while (Date.now() < endsAt && child.exitCode === null) {
    const isReady = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the server did not become ready");
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
