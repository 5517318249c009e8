/** A server of its own in a temporary folder, for tests and benches: gone on stop(), and also when this process is killed. */
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "./postgres.mjs";

/** Durable like a real one unless told otherwise; `url` leads to its database `postgres`, see `createDatabase` in database.mjs. */
export async function startThrowAwayPostgres(options = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), "postroom-throw-away-"));
  chmodSync(dataDir, 0o711); // the server may run as another user
  const guard = startGuard(dataDir);
  const server = await startPostgres({ ...options, dataDir });
  const stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
    guard.kill();
  };
  return { ...server, stop };
}

/** Outlives us by a second at most: ends the server and removes the folder when this process is gone. */
function startGuard(folder) {
  const script = `
    while kill -0 "$1" 2>/dev/null; do sleep 1; done
    pid=$(head -n 1 "$2/pg/postmaster.pid" 2>/dev/null) && kill -QUIT "$pid" && while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
    rm -rf "$2"`;
  const guard = spawn("/bin/sh", ["-c", script, "guard", String(process.pid), folder], {
    cwd: "/",
    detached: true,
    stdio: "ignore",
  });
  guard.unref();
  return guard;
}
