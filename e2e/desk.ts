/** A whole Postroom for the tests of one worker, empty and signed in at the start of each test. */
import { randomBytes } from "node:crypto";
import { expect, test as base, type BrowserContext, type Cookie, type Page } from "@playwright/test";
import { startProduct } from "../bench/product.mjs";
import { createDatabase, withClient } from "../scripts/database.mjs";
import { bringUpToDate } from "../scripts/migrate.mjs";
import { startThrowAwayPostgres } from "../scripts/postgres-throw-away.mjs";
import { addUser } from "../scripts/users.mjs";
import { createVendor, type Vendor } from "./vendor";
import { startVendorApi, type VendorApi } from "./vendor-api";

export type Desk = { url: string; databaseUrl: string; secret: string; api: VendorApi; stop: () => Promise<void> };

export const ines = { email: "ines@tandem.example", name: "Ines Moreau", password: "three wheels and a bell" };

/** A server on a database of its own, without a user, with an API to ask; it asks for no history unless `env` says so. */
export async function startDesk(cluster: string, env: Record<string, string> = {}): Promise<Desk> {
  const databaseUrl = await createDatabase(cluster, `e2e_${randomBytes(6).toString("hex")}`);
  await bringUpToDate(databaseUrl);
  const api = await startVendorApi();
  const asks = { POSTPRESS_API_URL: api.url, POSTPRESS_API_KEY: api.apiKey, HISTORY_MESSAGES: "0" };
  const product = await startProduct({ databaseUrl, env: { ...asks, ...env } });
  const stop = async () => {
    await product.stop();
    await api.stop();
  };
  return { url: product.url, secret: product.secret, databaseUrl, api, stop };
}

/** Runs SQL on the desk's database, for what no person could do. */
export function sql(desk: Desk, text: string): Promise<{ rows: Record<string, unknown>[] }> {
  return withClient(
    desk.databaseUrl,
    (client: { query: (text: string) => Promise<{ rows: Record<string, unknown>[] }> }) => client.query(text),
  );
}

/** Signs in as the form does, without a page. */
export async function signInAs(
  context: BrowserContext,
  desk: Desk,
  { email, password }: { email: string; password: string },
): Promise<Cookie[]> {
  const { request } = context;
  const answer = await request.get(`${desk.url}/api/auth/csrf`);
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  await request.post(`${desk.url}/api/auth/callback/credentials`, {
    form: { csrfToken, email, password, callbackUrl: "/inbox" },
    headers: { origin: desk.url },
  });
  const cookies = await context.cookies();
  expect(cookies.map(({ name }) => name)).toContain("next-auth.session-token");
  return cookies;
}

/** A page drawn by the server does not listen yet; a key pressed before it does would be lost. */
export async function untilKeysWork(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset.hasKeys !== undefined);
}

function markKeys(): void {
  const listen = window.addEventListener.bind(window);
  window.addEventListener = (...told: Parameters<typeof listen>) => {
    if (told[0] === "keydown") document.documentElement.dataset.hasKeys = "";
    listen(...told);
  };
}

type WorkerFixtures = { cluster: string; desk: Desk; session: Cookie[] };
type TestFixtures = { isSignedIn: boolean; isEmpty: boolean; vendor: Vendor };

export const test = base.extend<TestFixtures, WorkerFixtures>({
  cluster: [
    async ({}, use) => {
      const server = await startThrowAwayPostgres({ isDurable: false });
      await use(server.url);
      await server.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  desk: [
    async ({ cluster }, use) => {
      const desk = await startDesk(cluster);
      await withClient(desk.databaseUrl, (client: unknown) => addUser(client, { ...ines, role: "owner" }));
      await use(desk);
      await desk.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  session: [
    async ({ desk, browser }, use) => {
      const context = await browser.newContext();
      await use(await signInAs(context, desk, ines));
      await context.close();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ desk }, use) => use(desk.url),
  isSignedIn: [true, { option: true }],
  isEmpty: [
    async ({ desk }, use) => {
      await sql(desk, 'TRUNCATE "Delivery", "Account", "AccountLook", "Errand", "SignInFailure" CASCADE');
      await sql(desk, `UPDATE "User" SET "preferences" = '{}'`);
      desk.api.rest();
      await use(true);
    },
    { auto: true },
  ],
  context: async ({ context, session, isSignedIn }, use) => {
    if (isSignedIn) await context.addCookies(session);
    await use(context);
  },
  page: async ({ page }, use) => {
    await page.addInitScript(markKeys);
    await use(page);
  },
  vendor: async ({ desk, isEmpty }, use) => {
    expect(isEmpty).toBe(true);
    const vendor = createVendor(desk);
    await use(vendor);
    await vendor.stop();
  },
});
