/** Fails below the versions that close known holes (docs/operations.md says why). Every installed copy counts, nested ones too. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Problem, runScript } from "./problem.mjs";

const FLOORS = {
  next: "16.3.3",
  "next-auth": "4.24.15",
  sharp: "0.35.4",
  react: "19.2.6",
  "react-dom": "19.2.6",
  prisma: "7.10.0",
  "@prisma/client": "7.10.0",
  "@prisma/adapter-pg": "7.10.0",
};

export function findTooOld(packages, floors = FLOORS) {
  return Object.entries(packages).flatMap(([path, { version }]) => {
    const name = path.split("node_modules/").at(-1);
    const floor = Object.hasOwn(floors, name) ? floors[name] : null;
    return floor && isBelow(version, floor) ? [`${path} is ${version}, must be ${floor} or newer`] : [];
  });
}

/** A pre-release of the floor itself counts as below. */
function isBelow(version, floor) {
  const [numbers, preRelease] = version.split(/-(.*)/s);
  const [left, right] = [numbers, floor].map((text) => text.split(".").map(Number));
  const place = left.findIndex((number, i) => number !== right[i]);
  return place === -1 ? Boolean(preRelease) : left[place] < right[place];
}

function main() {
  // The list that npm writes of what it installed; `npm ls` reads the same and takes seconds.
  const installed = fileURLToPath(new URL("../node_modules/.package-lock.json", import.meta.url));
  const { packages } = JSON.parse(readFileSync(installed, "utf8"));
  const present = Object.keys(FLOORS).filter((name) => packages[`node_modules/${name}`]);
  for (const name of ["next", "next-auth", "react"]) {
    if (!present.includes(name)) throw new Problem(`${name} is not installed: run npm ci.`);
  }
  const tooOld = findTooOld(packages);
  if (tooOld.length > 0) throw new Problem(`Versions with known holes:\n    ${tooOld.join("\n    ")}`);
  console.log(`${present.length} packages at or above their floors`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runScript(main);
