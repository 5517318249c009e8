/** dependency-cruiser, and the question whether it read anything: with a compiler it does not know it reads nothing and is content. */
import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { Problem, runScript } from "./problem.mjs";
import { listSources, rooms, root, workshop } from "./source-files.mjs";

async function main() {
  const folders = [...rooms, ...workshop].filter((folder) => existsSync(join(root, folder)));
  const single = readdirSync(root).filter((name) => /\.(ts|js|cjs)$/.test(name) && !name.endsWith(".d.ts"));
  const { summary } = await cruise([...folders, ...single]);
  const expected = listSources(folders, /\.(ts|tsx|mjs)$/).length;
  if (summary.totalCruised < expected) {
    throw new Problem(
      `dependency-cruiser read ${summary.totalCruised} modules of at least ${expected}: its verdict is worth nothing.`,
    );
  }
  const violations = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  if (violations.length > 0) {
    throw new Problem(
      `Imports in a forbidden direction (.dependency-cruiser.cjs says why):\n    ${violations.join("\n    ")}`,
    );
  }
  console.log(`${summary.totalCruised} modules`);
}

/** Exits with the number of violations; the JSON is complete all the same. */
async function cruise(paths) {
  const cli = join(root, "node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");
  const args = [cli, "--config", ".dependency-cruiser.cjs", "--output-type", "json", ...paths];
  const options = { cwd: root, maxBuffer: 200_000_000 };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, options).catch((error) => error);
  if (!stdout) throw new Problem(`dependency-cruiser did not run: ${stderr}`);
  return JSON.parse(stdout);
}

await runScript(main);
