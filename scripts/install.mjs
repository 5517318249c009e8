/** Installs the packages of the lock file unless they are there. Uses Node alone: nothing is installed when it runs. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Problem } from "./problem.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** `--include=dev` because the build needs them, also under NODE_ENV=production; no install script is run. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.log("\n  Installing packages (once; a minute or two) …\n");
  const args = ["ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath?.endsWith(".js") ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const { status, error } = spawnSync(npm[0], [...npm.slice(1), ...args], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    const reason = error ? error.code : `exit code ${status}`;
    throw new Problem(`npm ci failed (${reason}): see above, check the network, and start again.`);
  }
}

/** npm writes down what it installed when it is done; packages for other platforms are missing there, and may be. */
function isInstalled() {
  const hidden = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(hidden)) return false;
  const wanted = readPackages(join(root, "package-lock.json"));
  const present = readPackages(hidden);
  return Object.entries(wanted).every(([path, { version, optional, peer }]) => {
    if (path === "" || present[path]?.version === version) return true;
    return Boolean(optional || peer) && !present[path];
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch (error) {
    throw new Problem(
      `Cannot read ${file} (${error.code ?? error.name}): restore it with git, or remove node_modules.`,
    );
  }
}
