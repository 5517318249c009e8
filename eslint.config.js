import next from "eslint-config-next/core-web-vitals";
import tseslint from "typescript-eslint";

/** The house rules (docs/architecture.md). Directions between rooms are checked by dependency-cruiser, names of files by scripts/house-rules.mjs. */

const rooms = ["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}", "server/**/*.ts", "domain/**/*.ts", "*.ts"];
const workshop = ["{scripts,simulator,bench}/**/*.ts"];
const tests = ["**/*.test.{ts,tsx,mjs}", "e2e/**/*.ts"];
const node = ["scripts/**/*.mjs", "simulator/**/*.mjs", "bench/**/*.mjs", "e2e/**/*.mjs"];

// Where something unknown is read into our types, and where a name is given to what is shared through globalThis.
const parsers = [
  "server/ingest/database-errors.ts",
  "server/postpress/**/*.ts",
  "components/ui/fetch-json.ts",
  "e2e/**/*.ts",
  "**/*.test.{ts,tsx}",
];

// Next.js and tools ask for default exports here.
const defaultExports = [
  "*.config.{js,ts}",
  "app/**/{page,layout,template,loading,error,global-error,not-found,default,manifest,robots,sitemap,icon}.{ts,tsx}",
];

const sizes = {
  "max-lines": ["error", { max: 250 }],
  "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
  complexity: ["error", { max: 10, variant: "modified" }],
  "max-depth": ["error", 3],
  "max-params": ["error", 3],
  "no-empty": "error",
};

const everywhere = [
  { selector: "ExportAllDeclaration", message: "No barrels: import from the file that says it." },
  { selector: "ExportNamedDeclaration[source]", message: "No barrels: import from the file that says it." },
];
const namedExports = { selector: "ExportDefaultDeclaration", message: "Named exports only." };
const errors = {
  selector: "CatchClause[param=null]",
  message: "Name the error, and catch only what can be answered here.",
};
const environment = {
  selector:
    "MemberExpression[object.name='process'][property.name='env']:not(MemberExpression[property.name=/^(NODE_ENV|NEXT_RUNTIME)$/] > MemberExpression)",
  message: "Only server/env.ts reads the environment.",
};
const casts = [
  {
    selector:
      "TSAsExpression:not([typeAnnotation.typeName.name=/^(const|Route)$/]):not([expression.name='globalThis']):not([expression.callee.object.name='Object'])",
    message: "No casts: parse at the edge.",
  },
  { selector: "TSTypeAssertion", message: "No casts: parse at the edge." },
  { selector: "TSNonNullExpression", message: "No `!`: handle what is missing." },
];
const clock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "The domain has no clock: take `now` as an argument.",
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "The domain has no clock: take `now` as an argument.",
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: "The domain knows no chance.",
  },
];

/** Words that say nothing about what a thing is for. */
const bannedWords = "(Manager|Helper|Helpers|Util|Utils|Service|Processor|Info|Data)$";
const naming = {
  "@typescript-eslint/naming-convention": [
    "error",
    {
      selector: "typeLike",
      format: ["PascalCase"],
      custom: { regex: `^I[A-Z][a-z]|[a-z]Type$|${bannedWords}`, match: false },
    },
    { selector: ["variable", "parameter"], modifiers: ["destructured"], format: null },
    { selector: "objectLiteralProperty", format: null },
    {
      selector: ["variable", "function", "parameter"],
      format: null,
      custom: {
        regex: `^(data|info|util|utils|helper|helpers|service|manager|processor|msg)$|[a-z]${bannedWords}`,
        match: false,
      },
    },
  ],
};

export default tseslint.config(
  {
    ignores: [
      "node_modules",
      ".next",
      ".next-*",
      "data",
      "data-*",
      "server/generated",
      "next-env.d.ts",
      "test-results",
      "playwright-report",
      "public",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  ...next.map((config) => ({ ...config, files: ["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}"] })),
  {
    files: [...rooms, ...workshop, "e2e/**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...sizes,
      ...naming,
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        {
          allowDefaultCaseForExhaustiveSwitch: false,
          considerDefaultExhaustiveForUnions: false,
          requireDefaultForNonUnion: true,
        },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "no-restricted-syntax": ["error", ...everywhere, namedExports, errors, environment, ...casts],
    },
  },
  // Pictures come through our own routes as they are: nothing on the server decodes or resizes them (next.config.js).
  {
    files: ["app/**/*.tsx", "components/**/*.tsx"],
    rules: { "react/no-danger": "error", "@next/next/no-img-element": "off" },
  },
  { files: ["app/**/route.ts"], rules: { "max-lines-per-function": ["error", { max: 25 }] } },
  {
    files: parsers,
    rules: { "no-restricted-syntax": ["error", ...everywhere, namedExports, errors, environment] },
  },
  {
    files: ["domain/**/*.ts"],
    rules: {
      "max-lines-per-function": ["error", { max: 30, skipBlankLines: true, skipComments: true }],
      "no-restricted-globals": [
        "error",
        "process",
        "fetch",
        "performance",
        "crypto",
        "window",
        "document",
        "navigator",
        "setTimeout",
        "setInterval",
      ],
      "no-restricted-imports": [
        "error",
        { patterns: [{ regex: "^(?!\\./)", message: "The domain imports only its own files." }] },
      ],
      "no-restricted-syntax": ["error", ...everywhere, namedExports, errors, environment, ...casts, ...clock],
    },
  },
  {
    files: ["domain/**/*.test.ts", "domain/histories.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "^(?!\\./|vitest$|fast-check$)",
              message: "Tests of the domain need vitest and fast-check alone.",
            },
          ],
        },
      ],
    },
  },
  // These speak of the vendor's fields by the vendor's names.
  {
    files: ["server/postpress/**/*.ts", "simulator/**/*.ts"],
    rules: { "@typescript-eslint/naming-convention": "off" },
  },
  { files: workshop, rules: { "no-restricted-syntax": ["error", ...everywhere, namedExports] } },
  {
    files: node,
    rules: {
      ...sizes,
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "no-undef": "error",
      "prefer-const": "error",
      eqeqeq: "error",
      "no-restricted-syntax": ["error", ...everywhere, namedExports],
    },
    languageOptions: { globals: Object.fromEntries(nodeGlobals().map((name) => [name, "readonly"])) },
  },
  {
    files: tests,
    rules: {
      "max-lines-per-function": "off",
      "max-lines": ["error", { max: 400 }],
      "no-restricted-syntax": ["error", ...everywhere, namedExports],
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
    },
  },
  {
    files: defaultExports,
    rules: { "no-restricted-syntax": ["error", ...everywhere, errors, ...casts] },
  },
  {
    files: ["server/env.ts"],
    rules: { "no-restricted-syntax": ["error", ...everywhere, namedExports, errors, ...casts] },
  },
);

function nodeGlobals() {
  const language =
    "AbortController AbortSignal Blob FormData Headers Request Response TextDecoder TextEncoder URL URLSearchParams WebAssembly";
  const runtime =
    "Buffer clearInterval clearTimeout console fetch performance process queueMicrotask setImmediate setInterval setTimeout structuredClone";
  const browser = "document window location navigator PerformanceObserver requestAnimationFrame getComputedStyle"; // inside page.evaluate()
  return `${language} ${runtime} ${browser}`.split(" ");
}
