/** `npm run check`: all that keeps the house in shape (docs/architecture.md), a line for each step. `npm run check -- types lint` runs some. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runScript } from "./problem.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** In stages: what a step needs is made in the stage before; the steps of a stage run two at a time. */
const stages = [
  [
    { name: "prisma", title: "schema is valid, client generated", run: script("generate.mjs", "--check") },
    { name: "routes", title: "types of the routes (next typegen)", run: tool("next/dist/bin/next", "typegen") },
  ],
  [
    { name: "types", title: "tsc", run: tool("typescript/bin/tsc", "--noEmit", "--pretty", "false") },
    { name: "lint", title: "eslint", run: tool("eslint/bin/eslint.js", "--max-warnings", "0", ".") },
    {
      name: "format",
      title: "prettier",
      run: tool("prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."),
    },
    { name: "directions", title: "dependency-cruiser", run: script("directions.mjs") },
    { name: "leftovers", title: "knip", run: tool("knip/bin/knip.js", "--no-config-hints") },
    { name: "house", title: "names, sizes of routes, suppressions", run: script("house-rules.mjs") },
    { name: "authz", title: "every page and route checks its user", run: script("authz-lint.mjs") },
    { name: "floors", title: "no version with known holes", run: script("floors.mjs") },
    { name: "lockfile", title: "pins, hosts, install scripts", run: script("lockfile.mjs") },
    { name: "migrations", title: "they make what the schema says", run: script("migration.mjs", "--check") },
  ],
];

/** Runs the steps and prints a line for each; the output of a step is shown when it fails. Returns `{ passed, failed }`. */
export async function runChecks(only = []) {
  const results = [];
  for (const stage of stages) {
    const steps = stage.filter(({ name }) => only.length === 0 || only.includes(name));
    await Promise.all([runInTurn(steps, results), runInTurn(steps, results)]);
  }
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
}

async function runInTurn(steps, results) {
  for (let step = steps.shift(); step; step = steps.shift()) {
    const startedAt = performance.now();
    const { code, output } = await runQuietly(step.run);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(
      `  ${code === 0 ? "✓" : "✗"} ${step.name.padEnd(12)} ${step.title.padEnd(40)} ${seconds.padStart(5)} s`,
    );
    if (code !== 0) console.log(`\n${indent(output.trim())}\n`);
    results.push(code === 0);
  }
}

function runQuietly([command, ...args]) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" };
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.once("error", (error) => done({ code: 1, output: error.message }));
    child.once("close", (code) => done({ code: code ?? 1, output }));
  });
}

function indent(text) {
  return text.replace(/^(?=.)/gm, "      ");
}

function script(name, ...args) {
  return [process.execPath, join(root, "scripts", name), ...args];
}

function tool(path, ...args) {
  return [process.execPath, join(root, "node_modules", path), ...args];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    console.log("");
    const { passed, failed } = await runChecks(process.argv.slice(2));
    console.log(`\n  ${passed} passed, ${failed} failed\n`);
    return failed > 0 ? 1 : 0;
  });
}
