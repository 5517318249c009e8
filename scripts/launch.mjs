/** Brings up a whole Postroom: data folder, database, tables, build, server. What was begun is undone when a later step fails. */
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuilt } from "./build.mjs";
import { lockDataFolder, makeDataFolder } from "./data-folder.mjs";
import { ensureDatabase } from "./database.mjs";
import { prepareDemoUser, readOldChats, startSimulator } from "./demo.mjs";
import { prepareEnding } from "./ending.mjs";
import { inspectDatabase } from "./external-database.mjs";
import { ensureGenerated } from "./generate.mjs";
import { bringUpToDate } from "./migrate.mjs";
import { claimPort } from "./port.mjs";
import { startPostgres } from "./postgres.mjs";
import { ensureSecrets } from "./secrets.mjs";
import { startServer } from "./server-process.mjs";
import { readSettings } from "./settings.mjs";
import { createSetupToken } from "./setup-link.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

export async function launch(mode) {
  const settings = readSettings(mode);
  const ending = prepareEnding();
  try {
    await bringUp(settings, mode, ending);
  } catch (error) {
    if (ending.isEnding()) return new Promise(() => {}); // a signal came first, and ends the process
    await ending.undo();
    throw error;
  }
  return new Promise(() => {}); // until a signal
}

async function bringUp(settings, mode, ending) {
  makeDataFolder(settings.dataDir);
  const lock = lockDataFolder(settings.dataDir);
  ending.add(lock.release);
  settings.port = await claimPort(settings, lock.isRecovered ? 8000 : 0);
  settings.publicUrl ??= `http://localhost:${settings.port}`;
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  console.log(`\n  Postroom ${version}`);

  const opening = openDatabase(settings, ending);
  if (settings.databaseUrl) await opening; // one that cannot be used is told before anything is built
  const [database] = await Promise.all([opening, prepareCode(mode)]);
  const migrations = await bringUpToDate(database.directUrl);
  say("Postgres", database.version, database.note);
  say(
    "Migrations",
    migrations.applied.length > 0 ? `${migrations.applied.length} applied` : `${migrations.total}, up to date`,
  );
  const { secrets, isNew } = ensureSecrets(settings.dataDir);
  say("Secrets", `${isNew ? "created" : "kept"} in ${shorten(join(settings.dataDir, "secrets.json"))} (0600)`);

  const env = { ...process.env, ...secrets, ...serverVariables(settings, database, mode) };
  if (mode.isDemo) Object.assign(env, await prepareDemo({ settings, secrets, ending, database }));
  const { isDevelopment } = mode;
  const server = startServer({ settings, env, isDevelopment, onGiveUp: () => ending.end(1) });
  ending.add(server.stop);
  await server.ready;
  console.log(`  ✓ Ready in ${process.uptime().toFixed(1)} s\n`);
  sayWhereToGo(settings);
  await sayHowToSignIn(settings, database, mode);
}

async function prepareDemo({ settings, secrets, ending, database }) {
  const onTold = () => void readOldChats(database.url).catch((error) => console.error(`  ! ${error.message}`));
  const simulator = startSimulator({ settings, secrets, onTold });
  ending.add(simulator.stop);
  const variables = await simulator.ready;
  say("Simulator", `plays postpress at ${variables.POSTPRESS_API_URL}`);
  return variables;
}

/** `{ url, directUrl, version, note }` of the database in DATABASE_URL, else of the embedded one, which is started. */
async function openDatabase(settings, ending) {
  const { databaseUrl, directUrl, dataDir } = settings;
  if (databaseUrl) {
    const { version, place } = await inspectDatabase(directUrl);
    return { url: databaseUrl, directUrl, version, note: `yours, ${place}` };
  }
  const starting = startPostgres({ dataDir });
  ending.add(() => starting.then(({ stop }) => stop()).catch(() => {})); // a failed start is told below
  const server = await starting;
  const url = await ensureDatabase(server.url, "postroom");
  const hint = settings.isDemo ? "" : "  (set DATABASE_URL to use your own)";
  const note = `embedded, ${shorten(join(dataDir, "pg"))}${hint}`;
  return { url, directUrl: url, version: server.version, note };
}

async function prepareCode({ isDevelopment }) {
  if (isDevelopment) return ensureGenerated();
  return ensureBuilt({ onBuild: () => console.log("  … Building (once for each version; a minute or so)") });
}

function serverVariables(settings, database, { isDemo, isDevelopment }) {
  return {
    NODE_ENV: isDevelopment ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    HOST: settings.host,
    PORT: String(settings.port),
    PUBLIC_URL: settings.publicUrl,
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || settings.publicUrl,
    POSTROOM_DATA: settings.dataDir,
    POSTROOM_DEMO: isDemo ? "1" : "0",
    DATABASE_URL: database.url,
    DATABASE_DIRECT_URL: database.directUrl,
    ...(isDemo && { S3_URL: "" }), // what is made up does not go into a real bucket
  };
}

function sayWhereToGo({ publicUrl }) {
  console.log(`  Inbox     ${publicUrl}`);
  console.log(`  Webhook   ${publicUrl}/api/webhooks/postpress`);
  console.log(`  Health    ${publicUrl}/api/ready\n`);
}

async function sayHowToSignIn({ publicUrl }, { url }, { isDemo }) {
  if (isDemo) {
    const { email, password } = await prepareDemoUser(url);
    console.log(`  Sign in as ${email} with the password ${password} (until the next start).\n`);
    return;
  }
  const { BOOTSTRAP_ADMIN_EMAIL, BOOTSTRAP_ADMIN_PASSWORD } = process.env;
  if (BOOTSTRAP_ADMIN_EMAIL && BOOTSTRAP_ADMIN_PASSWORD) return;
  const token = await createSetupToken(url);
  if (token === null) return;
  console.log("  ! No user yet. Open this link to create the first one (valid 30 min, once):");
  console.log(`    ${publicUrl}/setup?token=${token}`);
  console.log("    or: npm run user -- add you@example.com");
  console.log("  Try it without an account:  npm run demo\n");
}

function say(subject, ...words) {
  console.log(
    `  ✓ ${subject === "Postgres" ? `Postgres ${words.shift()}`.padEnd(16) : subject.padEnd(16)}${words.join("  ")}`,
  );
}

/** As a person in the project's folder would write it. */
function shorten(path) {
  const short = relative(root, path);
  return short.startsWith("..") ? path : `./${short}`;
}
