import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const common = { testTimeout: 30_000, hookTimeout: 60_000 };
const database = {
  globalSetup: ["scripts/vitest-cluster.mjs"],
  setupFiles: ["scripts/vitest-environment.mjs"],
};

/** The layers of docs/architecture.md, each run by name: `npx vitest run --project store`; unit is `--project 'unit*'`. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias: { "@": root } },
        test: { ...common, name: "unit", include: ["domain/**/*.test.ts", "server/postpress/**/*.test.ts"] },
      },
      {
        plugins: [react()],
        resolve: { alias: { "@": root } },
        test: {
          ...common,
          name: "unit-components",
          include: ["components/**/*.test.{ts,tsx}"],
          environment: "jsdom",
          setupFiles: ["scripts/vitest-components.mjs"],
        },
      },
      {
        resolve: { alias: { "@": root } },
        test: {
          ...common,
          ...database,
          name: "store",
          include: ["server/**/*.test.ts"],
          exclude: ["server/postpress/**"],
        },
      },
      {
        resolve: { alias: { "@": root } },
        test: { ...common, ...database, name: "route", include: ["app/**/*.test.{ts,tsx}", "*.test.ts"] },
      },
      {
        resolve: { alias: { "@": root } },
        test: { ...common, name: "scripts", include: ["{scripts,simulator,bench}/**/*.test.{mjs,ts}"] },
      },
    ],
  },
});
