/** `prisma generate` without a download: `node scripts/generate.mjs`; `--check` validates, and generates when the schema changed. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
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

/** The Prisma client of the schema as it is; kept out of git, and made again when the schema changed. */
export async function ensureGenerated() {
  const folder = join(root, "server", "generated");
  const stamp = join(folder, "schema.sha256");
  const schema = createHash("sha256")
    .update(readFileSync(join(root, "prisma", "schema.prisma")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === schema) return;
  await runPrisma(["generate", "--no-hints"], { isQuiet: true });
  writeFileSync(stamp, schema);
}

async function main() {
  const args = process.argv.slice(2);
  if (args[0] !== "--check") return runPrisma(args.length > 0 ? args : ["generate", "--no-hints"]);
  await runPrisma(["validate"], { isQuiet: true });
  return ensureGenerated();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runScript(main);
