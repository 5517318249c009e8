/** `npm start`, `npm run demo` (`--demo`), `npm run dev` (`--dev`). What needs packages is loaded once they are installed. */
import "./node-version.mjs";

const { runScript } = await import("./problem.mjs");
await runScript(async () => {
  const { ensureInstalled } = await import("./install.mjs");
  ensureInstalled();
  const { launch } = await import("./launch.mjs");
  return launch({ isDemo: process.argv.includes("--demo"), isDevelopment: process.argv.includes("--dev") });
});
