/** What `npm run demo` adds: the simulator in the vendor's place, and a user whose password is new with each start and shown once. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { withClient } from "./database.mjs";
import { endChild } from "./ending.mjs";
import { inventPassword } from "./passwords.mjs";
import { Problem } from "./problem.mjs";
import { addUser, findUser, resetUser } from "./users.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const DEMO_EMAIL = "demo@example.com";

/** Begins at once: `ready` gives the variables that lead the server to it. It posts its webhooks when the server listens. */
export function startSimulator({ settings, secrets }) {
  const apiKey = randomBytes(24).toString("base64url");
  const host = ["0.0.0.0", "::"].includes(settings.host) ? "127.0.0.1" : settings.host;
  const target = `http://${host}:${settings.port}/api/webhooks/postpress`;
  const args = ["--import", "tsx", join(root, "simulator", "main.ts"), "--demo", "--target", target];
  const env = { ...process.env, ...secrets, POSTPRESS_API_KEY: apiKey, POSTROOM_DATA: settings.dataDir };
  // An open pipe as its standard input: it ends when we are gone.
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["pipe", "pipe", "inherit"] });
  const ready = new Promise((done, fail) => {
    createInterface({ input: child.stdout }).once("line", (line) => {
      done({ POSTPRESS_API_URL: line.split(" ")[0], POSTPRESS_API_KEY: apiKey });
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
