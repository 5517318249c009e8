/**
 * `npm run pictures [-- <folder>]`: a picture of every screen, in both themes at three widths, from a start with the simulator's demo
 * history. The README's pictures come from here, so they stay true.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startDatabase, startProduct } from "../bench/product.mjs";
import { ensureChromium } from "./chromium.mjs";
import { withClient } from "./database.mjs";
import { readOldChats } from "./demo.mjs";
import { ensureInstalled } from "./install.mjs";
import { findFreePort } from "./port.mjs";
import { Problem, runScript } from "./problem.mjs";
import { createSetupToken } from "./setup-link.mjs";
import { addUser } from "./users.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];
const THEMES = ["light", "dark"];
const USER = { email: "mara@tandem.example", name: "Mara Velasco", role: "owner", password: "three wheels and a bell" };
const HISTORY_LIMIT_MS = 120_000;
const API_KEY = "pictures";

/** Each is given an open page that is signed in; `isWide` when list and conversation stand side by side. */
const SCREENS = {
  inbox: async (page, { isWide }) => {
    await page.goto("/inbox");
    if (isWide) await openChat(page);
  },
  chat: async (page) => {
    await page.goto("/inbox");
    await openChat(page);
  },
  list: (page) => page.goto("/inbox"),
  waiting: async (page, { isWide }) => {
    await page.goto("/inbox?view=waiting");
    if (isWide) await openChat(page);
  },
  details: async (page) => {
    await page.goto("/inbox");
    await openChat(page);
    const message = page.getByRole("article", { name: "You" }).last();
    await message.hover();
    await message.getByRole("button", { name: "Message details", exact: true }).click();
    await page.getByRole("dialog").waitFor();
  },
  "large-picture": async (page) => {
    await page.goto("/inbox");
    await openChat(page);
    await page
      .getByRole("button", { name: /^Photo/ })
      .last()
      .click();
    await page.getByRole("dialog").waitFor();
  },
  unread: (page) => page.goto("/inbox?unread=true&provider=WHATSAPP"),
  filter: async (page) => {
    await page.goto("/inbox");
    await page.getByRole("button", { name: "Filter", exact: true }).click();
  },
  "no-match": (page) => page.goto("/inbox?provider=NONE"),
  accounts: (page) => page.goto("/settings/accounts"),
  webhook: (page) => page.goto("/settings/webhook"),
  deliveries: async (page) => {
    await page.goto("/settings/deliveries");
    await page.getByRole("group").first().click();
  },
  keyboard: (page) => page.goto("/settings/keyboard"),
  account: (page) => page.goto("/settings/account"),
  keys: async (page) => {
    await page.goto("/inbox");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
  },
  "not-found": (page) => page.goto("/nowhere"),
};
/** Before the first message. */
const FIRST_SCREENS = {
  "first-run": (page) => page.goto("/inbox"),
  "webhook-waiting": (page) => page.goto("/settings/webhook"),
};
const FRONT_SCREENS = {
  login: (page) => page.goto("/login"),
  "login-wrong": (page) => page.goto("/login?error=CredentialsSignin"),
  "setup-over": (page) => page.goto("/setup?token=none"),
};

await runScript(async () => {
  ensureInstalled();
  const folder = resolve(process.argv[2] ?? join(root, "docs", "pictures"));
  mkdirSync(folder, { recursive: true });
  const executablePath = await ensureChromium();
  const ending = [];
  try {
    const count = await takeAll({ folder, executablePath, ending });
    console.log(`${count} pictures in ${folder}`);
  } finally {
    for (const end of ending.reverse()) await end();
  }
});

async function takeAll({ folder, executablePath, ending }) {
  const { chromium } = await import("playwright");
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath, args });
  ending.push(() => browser.close());
  const database = await startDatabase();
  ending.push(database.stop);
  const apiPort = await findFreePort();
  const env = { POSTPRESS_API_URL: `http://127.0.0.1:${apiPort}`, POSTPRESS_API_KEY: API_KEY };
  const product = await startProduct({ databaseUrl: database.url, env });
  ending.push(product.stop);

  const take = camera({ browser, folder, baseURL: product.url });
  const token = await createSetupToken(database.url);
  let count = await take({ setup: (page) => page.goto(`/setup?token=${token}`) });
  await withClient(database.url, (client) => addUser(client, USER));
  count += await take(FRONT_SCREENS);
  const session = await signIn(browser, product.url);
  count += await take(FIRST_SCREENS, session);
  ending.push(startDemo(product, apiPort));
  await untilTold(database.url);
  await readOldChats(database.url);
  return count + (await take(SCREENS, session));
}

function camera({ browser, folder, baseURL }) {
  const takeOnce = async (screens, { size, theme, session }) => {
    const look = { viewport: size, colorScheme: theme, baseURL, locale: "en-GB", timezoneId: "Europe/Lisbon" };
    const context = await browser.newContext({ ...look, reducedMotion: "reduce" });
    if (session) await context.addCookies(session);
    for (const [name, open] of Object.entries(screens)) {
      const page = await context.newPage();
      await open(page, { isWide: size.width >= 768 });
      await page.waitForLoadState("networkidle");
      await page.screenshot({ path: join(folder, `${name}-${size.width}-${theme}.png`) });
      await page.close();
    }
    await context.close();
  };
  return async (screens, session) => {
    for (const size of SIZES) for (const theme of THEMES) await takeOnce(screens, { size, theme, session });
    return Object.keys(screens).length * SIZES.length * THEMES.length;
  };
}

/** A conversation with much in it. */
async function openChat(page) {
  const rows = page.getByRole("option");
  await rows.first().waitFor();
  const wanted = rows.filter({ hasText: /harbour ride/i });
  await ((await wanted.count()) > 0 ? wanted.first() : rows.first()).click();
  await page.getByRole("region", { name: "Messages" }).waitFor();
}

async function signIn(browser, url) {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await page.goto("/login");
  await page.getByLabel("E-mail").fill(USER.email);
  await page.getByLabel("Password", { exact: true }).fill(USER.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/inbox");
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

/** Tells its history and then keeps still, but for its API. */
function startDemo({ url, secret }, apiPort) {
  const target = ["--target", `${url}/api/webhooks/postpress`];
  const demo = ["--demo", "--pace", "86400000", "--port", String(apiPort)];
  const args = ["--import", "tsx", join(root, "simulator", "main.ts"), ...target, ...demo];
  const env = { ...process.env, POSTPRESS_WEBHOOK_SECRET: secret, POSTPRESS_API_KEY: API_KEY, POSTROOM_DATA: "" };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["pipe", "ignore", "inherit"] });
  return async () => {
    if (child.exitCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
}

/** Until no delivery has come for two seconds, and all are applied. */
async function untilTold(databaseUrl) {
  const endsAt = Date.now() + HISTORY_LIMIT_MS;
  const ask = `SELECT count(*)::int AS "all", count(*) FILTER (WHERE "state" = 'kept')::int AS "kept" FROM "Delivery"`;
  let known = 0;
  while (Date.now() < endsAt) {
    await sleep(2000);
    const { rows } = await withClient(databaseUrl, (client) => client.query(ask));
    if (rows[0].all > 0 && rows[0].all === known && rows[0].kept === 0) return;
    known = rows[0].all;
  }
  throw new Problem("The demo's history did not come to an end.");
}
