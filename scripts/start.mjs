/**
 * `npm start`, `npm run demo` (`--demo`), `npm run dev` (`--dev`). Needs nothing but Node: the rest is loaded once this Node is known to do,
 * and what needs packages once they are installed.
 */
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    "\n  ✗ Postroom needs Node 20.19 or newer, this is " +
      process.versions.node +
      ": install a newer one from https://nodejs.org\n",
  );
  process.exit(1);
} else {
  const { runScript } = await import("./problem.mjs");
  await runScript(async () => {
    const { ensureInstalled } = await import("./install.mjs");
    ensureInstalled();
    const { launch } = await import("./launch.mjs");
    return launch({ isDemo: process.argv.includes("--demo"), isDevelopment: process.argv.includes("--dev") });
  });
}
