/** The lock file names no host, and no dependency waits to run a script when it is installed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Problem, runScript } from "./problem.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

function main() {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const own = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const entries = Object.entries(packages).filter(([path]) => path !== "");
  const hosts = entries.filter(([, { resolved }]) => /^https?:/.test(resolved ?? "")).map(([path]) => path);
  const undecided = entries
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.split("node_modules/").at(-1))
    .filter((name) => !Object.hasOwn(own.allowScripts ?? {}, name) && name !== "fsevents");
  const loose = Object.entries({ ...own.dependencies, ...own.devDependencies }).filter(
    ([, range]) => !/^\d/.test(range),
  );
  refuse("These entries name a host; run npm install with the project's .npmrc", hosts);
  refuse("These want to run a script at install; decide in allowScripts of package.json", undecided);
  refuse(
    "These are not pinned to one version",
    loose.map(([name]) => name),
  );
  console.log(`${entries.length} entries, no hosts, no undecided scripts, exact pins`);
}

function refuse(complaint, names) {
  if (names.length > 0) throw new Problem(`${complaint}: ${names.join(", ")}`);
}

await runScript(main);
