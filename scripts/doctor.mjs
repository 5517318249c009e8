/** `npm run doctor`: checks this installation line by line; each ✗ says what to do. Leaves everything as it was. Exit code 1 when there is a ✗. */
import "./node-version.mjs";
import { withClient } from "./database.mjs";
import { databaseChecks, machineChecks, outsideChecks } from "./doctor-checks.mjs";
import { inspectDatabase } from "./external-database.mjs";
import { readInstallation, useDatabase } from "./installation.mjs";
import { Problem, runScript } from "./problem.mjs";

await runScript(async () => {
  console.log("");
  const found = [];
  const look = async (name, check) => found.push(await examine(name, check));
  const settings = readInstallation();
  for (const [name, check] of Object.entries(machineChecks)) await look(name, () => check(settings));
  await look("Database", () => useDatabase(settings, (url) => examineDatabase(url, look)));
  for (const [name, check] of Object.entries(outsideChecks)) await look(name, () => check(settings));
  const troubles = found.filter((isWell) => !isWell).length;
  console.log(troubles === 0 ? "\n  All is well.\n" : `\n  ${troubles} to look at.\n`);
  return troubles === 0 ? 0 : 1;
});

async function examineDatabase(url, look) {
  const { version, place } = await inspectDatabase(url);
  await withClient(url, async (client) => {
    for (const [name, check] of Object.entries(databaseChecks)) await look(name, () => check(client));
  });
  return `PostgreSQL ${version}, ${place}`;
}

async function examine(name, check) {
  try {
    const finding = await check();
    console.log(`  ${finding === null ? "–" : "✓"} ${name.padEnd(14)} ${finding ?? "not set"}`);
    return true;
  } catch (error) {
    const isOurs = error instanceof Problem || error.code;
    if (!isOurs) throw error;
    console.log(`  ✗ ${name.padEnd(14)} ${error.message}`);
    return false;
  }
}
