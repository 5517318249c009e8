/**
 * `npm test`: installs what is missing, then `check` and every layer of tests, each to its end even when one before it failed.
 * `npm test -- unit store` runs some. The last line is the sum: `N passed, N failed`.
 */
import "./node-version.mjs";

const { runScript } = await import("./problem.mjs");
await runScript(async () => {
  const { ensureInstalled } = await import("./install.mjs");
  ensureInstalled();
  const { runLayers } = await import("./layers.mjs");
  return runLayers(process.argv.slice(2));
});
