/** The project's own files of some folders, read from disk (a check must not depend on git), as paths from the root with `/`. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
export const rooms = ["app", "components", "server", "domain"];
export const workshop = ["scripts", "simulator", "bench", "e2e"];

export function listSources(folders, pattern = /\.(ts|tsx|mjs|js)$/) {
  return folders.flatMap((folder) => walk(folder)).filter((path) => pattern.test(path));
}

function walk(folder) {
  if (folder === "server/generated" || !existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? walk(path) : [path];
  });
}
