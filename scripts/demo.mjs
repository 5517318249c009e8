/** What `npm run demo` adds: the simulator in the vendor's place, and a user whose password is new with each start and shown once. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { withClient } from "./database.mjs";
import { endChild } from "./ending.mjs";
import { inventPassword } from "./passwords.mjs";
import { Problem } from "./problem.mjs";
import { addUser, findUser, resetUser } from "./users.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const DEMO_EMAIL = "demo@example.com";

/**
 * Begins at once: `ready` gives the variables that lead the server to it. It posts its webhooks when the server listens; `onTold` is called
 * when all of the past was posted.
 */
export function startSimulator({ settings, secrets, onTold }) {
  const apiKey = randomBytes(24).toString("base64url");
  const host = ["0.0.0.0", "::"].includes(settings.host) ? "127.0.0.1" : settings.host;
  const target = `http://${host}:${settings.port}/api/webhooks/postpress`;
  const args = ["--import", "tsx", join(root, "simulator", "main.ts"), "--demo", "--target", target];
  const env = { ...process.env, ...secrets, POSTPRESS_API_KEY: apiKey, POSTROOM_DATA: settings.dataDir };
  // An open pipe as its standard input: it ends when we are gone.
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["pipe", "pipe", "inherit"] });
  const ready = new Promise((done, fail) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line === "told") onTold();
      else done({ POSTPRESS_API_URL: line.split(" ")[0], POSTPRESS_API_KEY: apiKey });
    });
    child.once("error", fail);
    child.once("exit", () => fail(new Problem("The simulator did not start: see the lines above.")));
  });
  ready.catch(() => {}); // whoever waits for it hears of it; a signal may come first
  return { ready, stop: () => endChild(child) };
}

/** `{ email, password }` to sign in with. */
export async function prepareDemoUser(databaseUrl) {
  const user = { email: DEMO_EMAIL, name: "Demo", role: "owner", password: inventPassword() };
  await withClient(databaseUrl, async (client) =>
    (await findUser(client, DEMO_EMAIL)) ? resetUser(client, user) : addUser(client, user),
  );
  return user;
}

/** In a fresh demo, what we answered or what is older than a day counts as read, so that a few chats are new and not all of them. */
export async function readOldChats(databaseUrl) {
  await withClient(databaseUrl, async (client) => {
    while ((await client.query(`SELECT 1 FROM "Delivery" WHERE "state" = 'kept' LIMIT 1`)).rowCount > 0)
      await sleep(200);
    await client.query("BEGIN");
    await client.query(`LOCK TABLE "Chat" IN SHARE ROW EXCLUSIVE MODE`); // the applier waits for a moment
    await client.query(`
      UPDATE "Chat" c SET "readSequence" = coalesce((
        SELECT max(m."arrivedSequence") FROM "Message" m
        WHERE m."chatId" = c."id" AND (m."direction" = 'outgoing' OR c."lastActivityAt" < now() - interval '1 day')), 0)
      WHERE NOT EXISTS (SELECT 1 FROM "Chat" WHERE "readSequence" > 0)`);
    await client.query(`
      UPDATE "Chat" c SET "unreadCount" = (
        SELECT count(*)::int FROM "Message" m
        WHERE m."chatId" = c."id" AND m."isCounted" AND m."direction" = 'incoming' AND m."arrivedSequence" > c."readSequence")`);
    await client.query("COMMIT");
  });
}
