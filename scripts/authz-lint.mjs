/** Every page and every route handler asks who is there, or stands in the short list of public ones. The proxy does not count. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Problem, runScript } from "./problem.mjs";
import { listSources, root } from "./source-files.mjs";

/** Public on purpose, each with what protects it instead. */
export const PUBLIC = {
  "/login": "the way in",
  "/setup": "the one-time token",
  "/api/setup": "the one-time token",
  "/api/auth/[...nextauth]": "next-auth itself",
  "/api/accounts/connected": "the one-time name, and reading the account back",
  "/api/webhooks/postpress": "the webhook secret",
  "/api/health": "says nothing but that the process lives",
  "/api/ready": "says nothing to strangers but yes or no",
};

const CHECK = /\b(withUser|withAdmin|requireUser|requireAdmin)\s*[(<]/;
const HANDLER = /^export (?:async function|function|const) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/;

/** The parts of a page or route that check nobody, by name. */
export function findUnchecked(path, source) {
  if (Object.hasOwn(PUBLIC, toUrl(path))) return [];
  const text = source.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, "");
  const code = text.replace(/^import[\s\S]*?from\s+["'].*$/gm, "");
  if (!path.endsWith("/route.ts")) return CHECK.test(code) ? [] : ["page"];
  if (/^export \{/m.test(code)) return ["export { … }: write each handler as its own export"];
  const handlers = code.split(/(?=^export )/m).filter((part) => HANDLER.test(part));
  if (handlers.length === 0) return ["no handler was recognised"];
  return handlers.filter((part) => !CHECK.test(part)).map((part) => HANDLER.exec(part)[1]);
}

/** The URL of a page or route file; groups in parentheses are not part of it. */
export function toUrl(path) {
  const url = path
    .replace(/^app/, "")
    .replace(/\/(page\.tsx|route\.tsx?)$/, "")
    .replace(/\/\([^)]+\)/g, "");
  return url || "/";
}

function main() {
  const paths = listSources(["app"], /(^|\/)(page\.tsx|route\.tsx?)$/);
  if (paths.length === 0) throw new Problem("No pages or routes were found: the check would pass emptily.");
  const open = paths.flatMap((path) =>
    findUnchecked(path, readFileSync(join(root, path), "utf8")).map((part) => `${path}: ${part}`),
  );
  if (open.length > 0)
    throw new Problem(
      `These check nobody (withUser, withAdmin, requireUser, requireAdmin):\n    ${open.join("\n    ")}`,
    );
  const publicOnes = paths.filter((path) => Object.hasOwn(PUBLIC, toUrl(path))).length;
  console.log(`${paths.length} pages and routes, ${publicOnes} of them public`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runScript(main);
