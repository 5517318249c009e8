/** The layers of tests (docs/architecture.md), how each is run and counted. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuilt } from "./build.mjs";
import { runChecks } from "./check.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ensureGenerated } from "./generate.mjs";
import { Problem } from "./problem.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** In the order in which they run; each gives `{ passed, failed }`, or throws when it could not run. */
const layers = {
  check: () => runChecks(),
  unit: () => runVitest(["unit", "unit-components"]),
  store: () => runVitest(["store"]),
  route: () => runVitest(["route"]),
  scripts: () => runVitest(["scripts"]),
  browser: runPlaywright,
  campaigns: runCampaigns,
};

/** Returns the exit code. */
export async function runLayers(names) {
  const unknown = names.filter((name) => !Object.hasOwn(layers, name));
  if (unknown.length > 0) throw new Problem(`No layer ${unknown[0]}: there are ${Object.keys(layers).join(", ")}.`);
  const results = [];
  for (const name of names.length > 0 ? names : Object.keys(layers)) {
    console.log(`\n  ── ${name} ──\n`);
    const startedAt = performance.now();
    const counts = await runLayer(name);
    results.push({ name, ...counts, seconds: (performance.now() - startedAt) / 1000 });
  }
  return printSum(results);
}

async function runLayer(name) {
  try {
    const { passed, failed } = await layers[name]();
    if (passed + failed > 0) return { passed, failed };
    console.error(`  ✗ The layer ${name} ran no test.`);
  } catch (error) {
    console.error(`  ✗ The layer ${name} broke: ${error instanceof Problem ? error.message : error.stack}`);
  }
  return { passed: 0, failed: 1 };
}

function printSum(results) {
  console.log("");
  for (const { name, passed, failed, seconds } of results) {
    const counts = `${passed} passed, ${failed} failed`;
    console.log(
      `  ${failed === 0 ? "✓" : "✗"} ${name.padEnd(10)} ${counts.padEnd(26)} ${seconds.toFixed(1).padStart(6)} s`,
    );
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

async function runVitest(projects) {
  await ensureGenerated();
  return withReport(async (report) => {
    const names = projects.flatMap((project) => ["--project", project]);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const code = await run([bin("vitest/vitest.mjs"), "run", ...names, ...reporters], { NODE_ENV: "test" });
    const { numPassedTests, numFailedTests } = readReport(report);
    return count(numPassedTests, numFailedTests, code);
  });
}

async function runPlaywright() {
  const CHROMIUM_PATH = await ensureChromium();
  await ensureBuilt({ onBuild: sayBuilding });
  return withReport(async (report) => {
    const env = { CHROMIUM_PATH, PLAYWRIGHT_JSON_OUTPUT_NAME: report, PLAYWRIGHT_HTML_OPEN: "never" };
    const code = await run([bin("@playwright/test/cli.js"), "test", "--reporter=list,json"], env);
    const { expected, unexpected, flaky } = readReport(report).stats;
    return count(expected, unexpected + flaky, code);
  });
}

/** Prints its own sum as its last line, as this script does. */
async function runCampaigns() {
  const script = join(root, "bench", "campaign.mjs");
  if (!existsSync(script)) throw new Problem("bench/campaign.mjs is missing.");
  await ensureBuilt({ onBuild: sayBuilding });
  let output = "";
  const code = await run([script, "--quick"], {}, (text) => (output = `${output}${text}`.slice(-2000)));
  const [, passed = 0, failed = 0] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [];
  return count(Number(passed), Number(failed), code);
}

function sayBuilding() {
  console.log("  … Building");
}

/** A run that ended badly has failed somewhere, even where no single test says so. */
function count(passed, failed, code) {
  return { passed, failed: code === 0 ? failed : Math.max(1, failed) };
}

/** `onText`: also hears what is printed. */
function run(args, env, onText) {
  return new Promise((done, fail) => {
    const stdio = ["ignore", onText ? "pipe" : "inherit", "inherit"];
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
      stdio,
    });
    child.stdout?.on("data", (chunk) => {
      process.stdout.write(chunk);
      onText(String(chunk));
    });
    child.once("error", fail);
    child.once("close", (code) => done(code ?? 1));
  });
}

async function withReport(work) {
  const folder = mkdtempSync(join(tmpdir(), "postroom-report-"));
  try {
    return await work(join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file) {
  if (!existsSync(file)) throw new Problem("it wrote no report; see the lines above.");
  return JSON.parse(readFileSync(file, "utf8"));
}

function bin(path) {
  return join(root, "node_modules", path);
}
