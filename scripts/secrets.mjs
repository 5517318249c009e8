/** The secrets nobody has to think of: made once, kept in the data folder (0600), named like the variables they stand for. */
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writePrivateFile } from "./data-folder.mjs";
import { Problem } from "./problem.mjs";

const NAMES = ["POSTPRESS_WEBHOOK_SECRET", "NEXTAUTH_SECRET", "METRICS_TOKEN"];

/** `{ secrets, isNew }`: what the environment says wins, the file fills the rest. */
export function ensureSecrets(dataDir) {
  const file = join(dataDir, "secrets.json");
  const kept = existsSync(file) ? read(file) : {};
  const missing = NAMES.filter((name) => !kept[name]);
  const all = { ...kept, ...Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString("base64url")])) };
  if (missing.length > 0) writePrivateFile(file, `${JSON.stringify(all, null, 2)}\n`);
  else chmodSync(file, 0o600);
  const secrets = Object.fromEntries(NAMES.map((name) => [name, process.env[name] || all[name]]));
  return { secrets, isNew: missing.length === NAMES.length };
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Problem(
      `Cannot read ${file} (${error.code ?? error.name}): give this user the file, or restore it from a backup.`,
    );
  }
}
