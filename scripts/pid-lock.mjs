/** A lock that is a file with the id of its process: it ends with the process, however that went. */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "./postgres-process.mjs";

/**
 * Takes the lock: `{ release, isRecovered }`, or `{ holder }`, the id of the process that has it. `isRecovered`: its last holder died.
 */
export function takeLock(file) {
  let isRecovered = false;
  for (;;) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: "wx", mode: 0o600 });
      return { release: () => rmSync(file, { force: true }), isRecovered };
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = readHolder(file);
    if (holder && holder !== process.pid && isAlive(holder) && isNode(holder)) return { holder };
    rmSync(file, { force: true });
    isRecovered = true;
  }
}

export async function waitForLock(file) {
  for (;;) {
    const { release } = takeLock(file);
    if (release) return release;
    await sleep(200);
  }
}

function readHolder(file) {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return null; // let go in between
    throw error;
  }
}

/** After a crash the id may have gone to another program; where that cannot be told, it counts as ours. */
function isNode(pid) {
  const { status, stdout } = spawnSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" });
  return status !== 0 || /node/.test(stdout);
}
