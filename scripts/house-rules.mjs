/** The house rules (docs/architecture.md) that no linter knows: names of files and folders, how modules open, sizes of route files. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Problem, runScript } from "./problem.mjs";
import { listSources, rooms, root, workshop } from "./source-files.mjs";

const BANNED_FOLDERS = /(^|\/)(lib|libs|utils?|helpers?|hooks|types|constants|services?|common|misc)\//;
const BANNED_FILES = /(^|\/|-)(utils?|helpers?|manager|service|processor|constants|types)\.[a-z.]+$/;
// kebab-case, with Next's own spellings: [id], [...nextauth], (group), @slot, _private
const FOLDER_NAME = /^(\[{1,2}(\.\.\.)?[a-zA-Z]+\]{1,2}|\([a-z-]+\)|@[a-z-]+|_?[a-z0-9]+(-[a-z0-9]+)*)$/;
const FILE_NAME = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|d|config))?\.(ts|tsx|mjs|js|css)$/;
const ROUTE_LINES = 25;
// A page that reads from right to left mirrors by itself, as long as nothing says left or right: ms-2, start-0, text-start.
const SIDED_CLASS =
  /(?<=["'`\s:])!?-?(?:(?:ml|mr|pl|pr|left|right|scroll-m[lr]|scroll-p[lr])-(?:\d|\[|\(|px\b|auto\b|full\b)|(?:text|float|clear|origin)-(?:left|right)\b|border-[lr]\b|rounded-(?:[lr]|[tb][lr])\b)/;
const SIDED_STYLE =
  /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right)[\w-]*|left|right)\s*:(?![^;]*env\(safe-area)|:\s*(?:left|right)\s*;/m;

/** Each rule: what a file does wrong, or an empty string. */
const rules = [
  ({ path }) => (BANNED_FOLDERS.test(path) ? "a folder is named after what files are, not what they are for" : ""),
  ({ path }) => (BANNED_FILES.test(path) ? "the name says what the file is, not what it is for" : ""),
  ({ path }) => (hasKebabNames(path) ? "" : "names are kebab-case"),
  ({ path, text }) => {
    const isModule = /^(domain|server)\//.test(path) && !/\.test\.ts$/.test(path);
    return isModule && !/^\s*(\/\*\*|\/\/)/.test(text) ? "opens without saying what it decides" : "";
  },
  ({ text }) => {
    const bare = text
      .split("\n")
      .some(
        (line) => /eslint-disable|@ts-(ignore|expect-error|nocheck)/.test(line) && !/--\s*\S|@ts-\S+\s+\S+/.test(line),
      );
    return bare ? "a suppression without its reason on the line" : "";
  },
  ({ path, text }) => {
    if (!/^(app|components)\/.*\.(tsx|css)$/.test(path)) return "";
    const sided = (path.endsWith(".css") ? SIDED_STYLE : SIDED_CLASS).exec(text)?.[0];
    return sided ? `says left or right (${sided.trim()}): start and end mirror where people read from the right` : "";
  },
  ({ path, text }) => {
    const components =
      path.startsWith("components/") && path.endsWith(".tsx")
        ? (text.match(/^export (const|function) [A-Z]\w*[a-z]\w*\b/gm) ?? [])
        : [];
    return components.length > 1 ? "exports more than one component" : "";
  },
  ({ path, text }) => {
    if (!/^app\/.*\/route\.ts$/.test(path)) return "";
    const handlers = text.match(/\b(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b(?=\s*[=(,}])/g) ?? [];
    const lines = text
      .split("\n")
      .filter((line) => line.trim() !== "" && !/^(import|\s*(\/\/|\/?\*))/.test(line)).length;
    const most = ROUTE_LINES * Math.max(1, new Set(handlers).size);
    return lines > most
      ? `${lines} lines, at most ${most} (${ROUTE_LINES} a handler): the work belongs into server/`
      : "";
  },
];

export function findOffences(path, text) {
  return rules.map((rule) => rule({ path, text })).filter(Boolean);
}

function hasKebabNames(path) {
  const parts = path.split("/");
  const file = parts.pop();
  return FILE_NAME.test(file) && parts.every((part) => FOLDER_NAME.test(part));
}

function main() {
  const paths = listSources([...rooms, ...workshop], /\.(ts|tsx|mjs|js|css)$/);
  const offences = paths.flatMap((path) =>
    findOffences(path, readFileSync(join(root, path), "utf8")).map((offence) => `${path}: ${offence}`),
  );
  if (paths.length === 0) throw new Problem("No source files were found: the check would pass emptily.");
  if (offences.length > 0) throw new Problem(`House rules:\n    ${offences.join("\n    ")}`);
  console.log(`${paths.length} files`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runScript(main);
