import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/server/db";
import { addUser, signIn } from "@/server/example-rows";
import { startServer, stopServers } from "@/server/loopback";
import { createApi } from "@/simulator/api";
import { webhookHandlers } from "@/simulator/api-webhooks";
import { createHooks, type Hooks } from "@/simulator/hooks";
import { createRandom } from "@/simulator/random";
import { createWorld } from "@/simulator/world";
import { GET as check } from "./check/route";
import { POST as register } from "./register/route";

let hooks: Hooks;
let cookie: string;
const url = "http://localhost:3000/api/webhooks/postpress";
const secret = "webhook-secret-of-the-tests-0123456789";

beforeAll(async () => {
  const world = createWorld(createRandom("webhooks"));
  hooks = createHooks({});
  const steps = { echo: () => undefined, onSent: () => undefined, more: webhookHandlers(world, hooks) };
  const api = createApi({ world, apiKey: "key", now: Date.now, ...steps });
  Object.assign(process.env, { POSTPRESS_API_URL: await startServer(api), POSTPRESS_API_KEY: "key" });
  cookie = await signIn(await addUser({ role: "admin" }));
});
afterAll(async () => {
  await hooks.stop();
  await stopServers();
  await db().$disconnect();
});

const nowhere = { params: Promise.resolve({}) };
const headers = () => ({ cookie, origin: "http://localhost:3000", "content-type": "application/json" });
const checked = async () => (await check(new Request(url, { headers: headers() }), nowhere)).json();
const registered = async () => {
  const answer = await register(new Request(url, { method: "POST", headers: headers(), body: "{}" }), nowhere);
  return (await answer.json()) as unknown;
};
const right = { count: 1, isEnabled: true, missing: [], header: "right", contentType: "right" };

it("is told as missing, then made twice with all events, the header and JSON, and not a third time", async () => {
  expect(await checked()).toMatchObject({ items: [{ source: "messaging", count: 0 }, { source: "account_status" }] });
  expect(await registered()).toEqual({
    items: [
      { source: "messaging", ...right },
      { source: "account_status", ...right },
    ],
  });
  expect(hooks.list()).toMatchObject([
    { source: "messaging", request_url: url, events: { length: 6 } },
    { source: "account_status", request_url: url },
  ]);
  expect(hooks.list()[0]?.headers).toEqual([
    { key: "Content-Type", value: "application/json" },
    { key: "Postroom-Webhook-Secret", value: secret },
  ]);
  const ids = hooks.list().map(({ id }) => id);
  await registered();
  expect(hooks.list().map(({ id }) => id)).toEqual(ids);
});

it("is made anew where it is wrong, and those of others are left alone", async () => {
  for (const { id } of hooks.list()) hooks.remove(String(id));
  const half = { request_url: url, source: "messaging", events: ["message_received"], headers: [] };
  hooks.create("ours", half);
  hooks.create("theirs", { ...half, request_url: "https://elsewhere.example/hook" });
  const before = JSON.stringify(await checked());
  expect(before).toContain('"header":"wrong"');
  expect(before).not.toContain(secret);
  expect(await registered()).toMatchObject({ items: [right, right] });
  expect(hooks.list().map(({ id }) => id)).toContain("theirs");
  expect(hooks.list().map(({ id }) => id)).not.toContain("ours");
  expect(hooks.list()).toHaveLength(3);
});
