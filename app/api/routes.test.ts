import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PUBLIC, toUrl } from "@/scripts/authz-lint.mjs";
import { db } from "@/server/db";
import { addUser, signIn } from "@/server/example-rows";

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Route = { url: string; handlers: [method: string, handler: Handler][] };

const root = fileURLToPath(new URL("../..", import.meta.url));
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const writes = new Set(["POST", "PUT", "PATCH", "DELETE"]);
const routes: Route[] = [];
const unknown = "00000000-0000-4000-8000-000000000000";

beforeAll(async () => {
  const files = readdirSync(`${root}app`, { recursive: true, encoding: "utf8" });
  for (const file of files.filter((path) => path.endsWith("route.ts"))) {
    const exported = (await import(`${root}app/${file}`)) as Record<string, Handler>;
    const handlers = methods.flatMap((method) =>
      exported[method] ? [[method, exported[method]] as [string, Handler]] : [],
    );
    routes.push({ url: toUrl(`app/${file}`), handlers });
  }
});
afterAll(async () => {
  await db().$disconnect();
});

const checked = () => routes.filter(({ url }) => !Object.hasOwn(PUBLIC, url));
const calls = () =>
  checked().flatMap(({ url, handlers }) => handlers.map(([method, handler]) => ({ url, method, handler })));

function call({ url, method, handler }: ReturnType<typeof calls>[number], headers: Record<string, string> = {}) {
  const address = `http://localhost:3000${url.replace("[id]", unknown)}`;
  const request = new Request(address, { method, headers, ...(writes.has(method) && { body: "{}" }) });
  return handler(request, { params: Promise.resolve({ id: unknown }) });
}

describe("every route", () => {
  it("is found with its handlers, so that none of what follows passes emptily", () => {
    expect(checked().map(({ url }) => url)).toEqual(expect.arrayContaining(["/api/chats", "/api/chats/[id]/messages"]));
    expect(routes.every(({ handlers }) => handlers.length > 0)).toBe(true);
    expect(calls().length).toBeGreaterThan(5);
  });

  it("answers 401 to whoever is signed out, unless it stands on the public list", async () => {
    for (const one of calls()) {
      const response = await call(one, { origin: "http://localhost:3000", "content-type": "application/json" });
      expect([one.url, one.method, response.status]).toEqual([one.url, one.method, 401]);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect(response.headers.get("cache-control")).toBe("no-store");
    }
  });

  it("refuses a write that does not come from our own pages, or is not JSON", async () => {
    const cookie = await signIn(await addUser({ role: "owner" }));
    const ours = { cookie, origin: "http://localhost:3000" };
    const json = { "content-type": "application/json" };
    const foreign = [
      { cookie, ...json },
      { cookie, ...json, origin: "https://evil.example" },
      { cookie, ...json, origin: "null" },
      { ...ours, ...json, "sec-fetch-site": "cross-site" },
      { ...ours, ...json, "sec-fetch-site": "same-site" },
    ];
    const own = calls().filter(({ method }) => writes.has(method));
    expect(own.length).toBeGreaterThan(1);
    for (const one of own) {
      for (const headers of foreign) expect([one.url, (await call(one, headers)).status]).toEqual([one.url, 403]);
      for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]) {
        expect([one.url, (await call(one, { ...ours, "content-type": type })).status]).toEqual([one.url, 415]);
      }
    }
  });

  it("that is an admin's answers 403 to an agent", async () => {
    const cookie = await signIn(await addUser({ role: "agent" }));
    const headers = { cookie, origin: "http://localhost:3000", "content-type": "application/json" };
    const forbidden = [];
    for (const one of calls())
      if ((await call(one, headers)).status === 403) forbidden.push(`${one.method} ${one.url}`);
    expect(forbidden.sort()).toEqual([
      "DELETE /api/accounts/[id]",
      "DELETE /api/test-event",
      "GET /api/accounts/activity",
      "GET /api/deliveries",
      "GET /api/webhook",
      "GET /api/webhook/check",
      "POST /api/accounts/[id]/gap-check",
      "POST /api/accounts/[id]/restart",
      "POST /api/accounts/check",
      "POST /api/accounts/link",
      "POST /api/deliveries/[id]/replay",
      "POST /api/test-event",
      "POST /api/webhook/register",
      "PUT /api/accounts/[id]/look",
    ]);
  });
});
