/**
 * Builds when the build is missing or was made from other sources than these; tests and documents do not count. `node scripts/build.mjs`
 * does it alone, for example when an image is made.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureGenerated } from "./generate.mjs";
import { waitForLock } from "./pid-lock.mjs";
import { Problem, runScript } from "./problem.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const stampFile = join(root, ".next", "postroom-sources");

const FOLDERS = ["app", "components", "domain", "public", "server"];
const FILES = [
  "instrumentation.ts",
  "next.config.js",
  "package-lock.json",
  "postcss.config.mjs",
  "prisma/schema.prisma",
  "proxy.ts",
  "tsconfig.json",
];

/** Two starts of one folder at once: the second waits and finds the build done. `onBuild` is called when there is something to do. */
export async function ensureBuilt({ onBuild = () => {} } = {}) {
  if (isBuilt()) return false;
  const release = await waitForLock(join(root, "node_modules", ".postroom-build.pid"));
  try {
    if (isBuilt()) return false;
    onBuild();
    const sources = hashSources();
    rmSync(stampFile, { force: true });
    await ensureGenerated();
    await runNextBuild();
    writeFileSync(stampFile, sources);
    return true;
  } finally {
    release();
  }
}

function isBuilt() {
  return existsSync(join(root, ".next", "BUILD_ID")) && readIfThere(stampFile) === hashSources();
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

function hashSources() {
  const found = FOLDERS.flatMap((folder) => listFiles(join(root, folder)));
  const single = FILES.map((file) => join(root, file)).filter((file) => existsSync(file));
  return hashFiles([...found, ...single].sort());
}

function listFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return path === join(root, "server", "generated") ? [] : listFiles(path);
    return /\.test\.[a-z]+$|\.md$/.test(entry.name) ? [] : [path];
  });
}

function hashFiles(files) {
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  return hash.digest("hex");
}

/** Its output is shown only when it fails. */
function runNextBuild() {
  const cli = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [cli, "build"], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    const endWithUs = () => child.kill();
    process.once("exit", endWithUs);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.once("error", fail);
    child.once("close", (code) => {
      process.removeListener("exit", endWithUs);
      if (code === 0) return done();
      return fail(new Problem(`The build failed:\n\n${output.trimEnd()}`));
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => console.log((await ensureBuilt()) ? "Built." : "The build is up to date."));
}
