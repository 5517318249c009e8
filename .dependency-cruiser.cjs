/** Directions between the rooms (docs/architecture.md), each rule with its reason. scripts/check.mjs fails when nothing was read. */

// The generator of histories is for tests alone; it stands in the domain because it speaks of nothing else.
const test = "\\.test\\.(tsx?|mjs)$|^domain/histories\\.ts$";
const rooms = "^(app|components|server|domain)/|^(proxy|instrumentation)\\.ts$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "domain-is-pure",
      comment:
        "The domain says what is true of an inbox; with no imports it can be read, tested and replayed anywhere.",
      severity: "error",
      from: { path: "^domain/", pathNot: test },
      to: { pathNot: "^domain/" },
    },
    {
      name: "domain-tests-need-little",
      comment: "Values in, values out: a test of the domain needs vitest and fast-check alone.",
      severity: "error",
      from: { path: "^domain/.*\\.test\\.ts$|^domain/histories\\.ts$" },
      to: { pathNot: "^domain/|node_modules/(vitest|fast-check)/" },
    },
    {
      name: "components-never-reach-the-server",
      comment: "What a browser loads must not carry the database, not even through other files.",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^server/", reachable: true },
    },
    {
      name: "server-does-not-know-the-ui",
      comment: "The server answers whoever asks; a page may change without it.",
      severity: "error",
      from: { path: "^server/" },
      to: { path: "^(app|components)/|^(proxy|instrumentation)\\.ts$|node_modules/(react|react-dom|swr)/" },
    },
    {
      name: "nobody-imports-urls",
      comment: "app/ is where requests come in; what two places need belongs into another room.",
      severity: "error",
      from: { pathNot: "^app/" },
      to: { path: "^app/" },
    },
    {
      name: "prisma-stays-in-the-server",
      comment: "A row never leaves server/, so the shape of the tables can change without a page noticing.",
      severity: "error",
      from: { pathNot: "^server/|^prisma\\.config\\.ts$|^scripts/(schema-engine|generate)\\.mjs$" },
      to: { path: "node_modules/(@prisma|\\.prisma|prisma)/|^server/generated/" },
    },
    {
      name: "database-driver-stays-in-the-server",
      comment: "SQL is written in server/ (and in scripts and benches that run without it).",
      severity: "error",
      from: { path: "^(app|components|domain)/", pathNot: test },
      to: { path: "node_modules/pg/" },
    },
    {
      name: "vendor-shapes-stay-at-the-edge",
      comment: "Only server/postpress knows how the vendor spells things; when the vendor changes, one folder changes.",
      severity: "error",
      from: { pathNot: "^(server/postpress|simulator)/" },
      to: { path: "^server/postpress/payload\\.ts$" },
    },
    {
      name: "features-do-not-import-each-other",
      comment: "A feature can be removed or rewritten alone; what two share is the kit or the domain.",
      severity: "error",
      from: { path: "^components/([^/]+)/", pathNot: "^components/ui/" },
      to: { path: "^components/", pathNot: "^components/(ui|$1)/" },
    },
    {
      name: "kit-knows-no-feature",
      comment: "components/ui is used by all and depends on none.",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^components/", pathNot: "^components/ui/" },
    },
    {
      name: "nobody-imports-the-workshop",
      comment: "Scripts, simulator, benches and browser tests look at the house from outside. Tests may use them.",
      severity: "error",
      from: { path: rooms, pathNot: test },
      to: { path: "^(e2e|simulator|bench|scripts)/" },
    },
    {
      name: "workshop-reads-the-domain-only",
      comment: "What tests the house from outside must not lean on its inside; it may read the nouns and the cast.",
      severity: "error",
      from: { path: "^(e2e|simulator|bench|scripts)/", pathNot: test },
      to: { path: "^(app|components|server)/" },
    },
    {
      name: "no-cycles",
      comment: "Two files that need each other are one file, or three.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "A file that nobody imports is left over; Next's own files, tests and configurations are entry points.",
      severity: "error",
      from: { orphan: true, path: rooms, pathNot: [test, "^app/", "^(proxy|instrumentation)\\.ts$", "\\.d\\.ts$"] },
      to: {},
    },
    {
      name: "no-dev-dependencies-in-the-house",
      comment: "What runs in production is installed in production.",
      severity: "error",
      from: { path: rooms, pathNot: test },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "nothing-unresolved",
      comment: "An import that leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|^server/generated/" },
    exclude: { path: "^(\\.next|data|test-results|playwright-report)" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json"],
    },
  },
};
