/** `prisma generate` without a download: `node scripts/generate.mjs [prisma command …]`. */
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Problem, runScript } from "./problem.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Runs one command of Prisma's command line that needs no engine: generate, validate, format. `isQuiet`: shown only when it fails. */
export function runPrisma(args, { isQuiet = false } = {}) {
  const cli = join(dirname(createRequire(import.meta.url).resolve("prisma/package.json")), "build", "index.js");
  const engine = fileURLToPath(new URL("./no-schema-engine.sh", import.meta.url));
  const calm = { PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" };
  const env = { ...process.env, ...calm, PRISMA_SCHEMA_ENGINE_BINARY: engine };
  return new Promise((done, fail) => {
    const stdio = isQuiet ? "pipe" : "inherit";
    const child = spawn(process.execPath, [cli, ...args], { cwd: root, env, stdio });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
    child.once("error", fail);
    child.once("close", (code) => {
      if (code === 0) done();
      else fail(new Problem(`prisma ${args.join(" ")} ended with ${code}. ${output}`));
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runScript(() => runPrisma(process.argv.length > 2 ? process.argv.slice(2) : ["generate", "--no-hints"]));
}
