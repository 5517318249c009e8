import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { takeLock, waitForLock } from "./pid-lock.mjs";

const folder = mkdtempSync(join(tmpdir(), "postroom-lock-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function spawnIdle() {
  const child = spawn(process.execPath, ["-e", "process.stdin.resume()"], { stdio: ["pipe", "ignore", "ignore"] });
  const gone = new Promise((done) => child.once("exit", done));
  return { pid: child.pid, end: () => child.kill("SIGKILL") && gone };
}

test("a lock whose holder lives is not given, and names the holder", async () => {
  const file = join(folder, "held");
  const other = spawnIdle();
  writeFileSync(file, String(other.pid));
  expect(takeLock(file)).toEqual({ holder: other.pid });
  await other.end();
});

test("a lock whose holder died is given, and says so; letting go removes the file", async () => {
  const file = join(folder, "left");
  const other = spawnIdle();
  writeFileSync(file, String(other.pid));
  await other.end();
  const lock = takeLock(file);
  expect(lock.isRecovered).toBe(true);
  lock.release();
  expect(existsSync(file)).toBe(false);
});

test("whoever waits gets the lock when the holder dies", async () => {
  const file = join(folder, "awaited");
  const other = spawnIdle();
  writeFileSync(file, String(other.pid));
  const waiting = waitForLock(file);
  await other.end();
  const release = await waiting;
  release();
});
