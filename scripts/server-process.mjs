/** The server as a child of the start script: scripts/serve.mjs, or `next dev`. Started again when it crashes, but not for ever. */
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { endChild } from "./ending.mjs";
import { explain } from "./port.mjs";
import { Problem } from "./problem.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const CRASHES = { most: 5, withinMs: 60_000 };

/** Begins at once: `ready` settles when it answers or did not start, `stop()` ends it. `onGiveUp`: it crashes again and again. */
export function startServer({ settings, env, isDevelopment, onGiveUp }) {
  const run = isDevelopment ? spawnDevelopment : spawnProduction;
  const server = { ...run(settings, env), isWanted: true };
  const ready = server.ready.then(() => keepAlive(server, () => run(settings, env), onGiveUp));
  const stop = () => {
    server.isWanted = false;
    return endChild(server.child);
  };
  return { ready, stop };
}

function keepAlive(server, run, onGiveUp) {
  const crashes = [];
  const watch = () => server.child.once("exit", (code, signal) => void revive(signal ?? `exit code ${code}`));
  const revive = async (how) => {
    if (!server.isWanted) return;
    crashes.push(Date.now());
    const isHopeless = crashes.filter((at) => at > Date.now() - CRASHES.withinMs).length >= CRASHES.most;
    console.error(`  ! The server ended (${how})${isHopeless ? "." : " and is started again."}`);
    if (isHopeless) return onGiveUp();
    Object.assign(server, run());
    watch();
    await server.ready.catch((error) => console.error(`  ! ${error.message}`)); // its exit counts as the next crash
  };
  watch();
}

function spawnProduction(settings, env) {
  const stdio = ["ignore", "inherit", "inherit", "ipc"];
  const child = spawn(process.execPath, [join(root, "scripts", "serve.mjs")], { cwd: root, env, stdio });
  const ready = new Promise((done, fail) => {
    child.on("message", ({ state, code, reason }) => {
      if (state === "listening") done();
      else fail(new Problem(code === "EADDRINUSE" ? explain(code, settings) : `The server did not start. ${reason}`));
    });
    child.once("error", fail);
    child.once("exit", () => fail(new Problem("The server did not start: see the lines above.")));
  });
  return { child, ready };
}

function spawnDevelopment({ host, port }, env) {
  const cli = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const args = [cli, "dev", "--hostname", host, "--port", String(port)];
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
  return { child, ready: waitUntilAnswering(child, `http://${host}:${port}/api/health`) };
}

async function waitUntilAnswering(child, url) {
  while (child.exitCode === null && child.signalCode === null) {
    if (await isAnswering(url)) return;
    await sleep(200);
  }
  throw new Problem("The development server did not start: see the lines above.");
}

async function isAnswering(url) {
  try {
    const { status } = await fetch(url, { signal: AbortSignal.timeout(30_000) });
    return status < 500;
  } catch {
    return false; // not yet
  }
}
