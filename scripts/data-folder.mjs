/** The data folder (`./data`, POSTROOM_DATA): everything an installation keeps, in files that nobody else can read. */
import { accessSync, chownSync, constants, mkdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { takeLock } from "./pid-lock.mjs";
import { Problem } from "./problem.mjs";

/** As root it is open for passing through, because the database runs as another user; the files in it are 0600 all the same. */
export function makeDataFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Problem(
      `Cannot use the data folder ${folder} (${error.code}): give this user the folder, or set POSTROOM_DATA to another one.`,
    );
  }
}

/** One Postroom a data folder. `isRecovered`: the one before ended without letting go. */
export function lockDataFolder(folder) {
  const lock = takeLock(join(folder, "postroom.pid"));
  if (lock.holder) {
    throw new Problem(
      `Postroom already runs on ${folder} (process ${lock.holder}): end it first, or set POSTROOM_DATA and PORT for a second one.`,
    );
  }
  return lock;
}

/** Never half-written and never readable by others, not even for a moment. */
export function writePrivateFile(file, content) {
  const fresh = `${file}.${process.pid}.new`;
  writeFileSync(fresh, content, { mode: 0o600, flush: true });
  giveToOwner(fresh);
  renameSync(fresh, file);
}

/** What root makes in somebody's data folder belongs to that somebody, who may start Postroom next time. */
export function giveToOwner(file) {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(file));
  chownSync(file, uid, gid);
}
