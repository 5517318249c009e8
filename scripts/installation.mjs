/** The database of this installation for scripts beside the server: the one that runs, else the embedded one for as long as the work takes. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureDatabase } from "./database.mjs";
import { inspectDatabase } from "./external-database.mjs";
import { findPostgres, startPostgres } from "./postgres.mjs";
import { Problem } from "./problem.mjs";
import { readSettings } from "./settings.mjs";

/** `--demo` on the command line means the demo's data. */
export function readInstallation() {
  return readSettings({ isDevelopment: false, isDemo: process.argv.includes("--demo") });
}

export async function useDatabase(settings, work) {
  const { directUrl, dataDir } = settings;
  if (directUrl) {
    await inspectDatabase(directUrl);
    return work(directUrl);
  }
  if (!existsSync(join(dataDir, "pg"))) {
    throw new Problem(`There is no database in ${dataDir} yet: run npm start once, or set DATABASE_URL.`);
  }
  const running = await findPostgres(dataDir);
  if (running) return work(await ensureDatabase(running, "postroom"));
  const server = await startPostgres({ dataDir });
  try {
    return await work(await ensureDatabase(server.url, "postroom"));
  } finally {
    await server.stop();
  }
}
