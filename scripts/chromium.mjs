/**
 * A Chromium for browser tests and pictures: CHROMIUM_PATH, Playwright's own, the system's; else one is installed, by Playwright's download or
 * from the distribution. `node scripts/chromium.mjs` prints its path.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Problem, runScript } from "./problem.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const DOWNLOAD_LIMIT_MS = 300_000;

/** The path of a Chromium that runs; installs one when there is none. */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  console.error("  … No Chromium found: installing one");
  for (const install of [downloadWithPlaywright, installFromDistribution]) {
    install();
    const installed = await findChromium();
    if (installed) return installed;
  }
  throw new Problem("No Chromium could be installed: install one and set CHROMIUM_PATH to it.");
}

async function findChromium() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) {
    if (runs(wanted)) return wanted;
    throw new Problem(`CHROMIUM_PATH (${wanted}) does not run: correct it, or unset it.`);
  }
  const { chromium } = await import("playwright");
  const folders = (process.env.PATH ?? "").split(delimiter);
  const system = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [chromium.executablePath(), ...system, MAC].find(runs) ?? null;
}

/** Being there is not enough: its libraries may be missing. */
function runs(path) {
  return existsSync(path) && spawnSync(path, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;
}

function downloadWithPlaywright() {
  const cli = join(root, "node_modules", "playwright", "cli.js");
  const withLibraries = process.getuid?.() === 0 ? ["--with-deps"] : [];
  const options = { stdio: ["ignore", 2, 2], timeout: DOWNLOAD_LIMIT_MS };
  const { status } = spawnSync(process.execPath, [cli, "install", ...withLibraries, "chromium"], options);
  if (status !== 0 && withLibraries.length > 0) spawnSync(process.execPath, [cli, "install", "chromium"], options);
}

function installFromDistribution() {
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
    const [command, ...rest] = [...sudo, "apt-get", ...args];
    spawnSync(command, rest, { stdio: ["ignore", 2, 2], env, timeout: DOWNLOAD_LIMIT_MS });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => console.log(await ensureChromium()));
}
