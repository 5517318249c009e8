import { NextRequest } from "next/server";
import { afterAll, describe, expect, it } from "vitest";
import { config, proxy } from "./proxy";
import { db } from "./server/db";
import { addUser, signIn } from "./server/example-rows";

afterAll(async () => {
  await db().$disconnect();
});

const visit = (path: string, headers: Record<string, string> = {}) =>
  proxy(new NextRequest(`http://localhost:3000${path}`, { headers }));
const handedDown = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`);

describe("a visitor who is signed out", () => {
  it("is led to the sign-in page, and back from there", async () => {
    const response = await visit("/inbox?chat=5&unread=true");
    expect(response.status).toBe(307);
    expect(response.headers.get("location")).toBe(
      "http://localhost:3000/login?callbackUrl=%2Finbox%3Fchat%3D5%26unread%3Dtrue",
    );
    expect((await visit("/")).headers.get("location")).toBe("http://localhost:3000/login");
  });

  it("is one with a cookie that we did not sign", async () => {
    expect((await visit("/", { cookie: "next-auth.session-token=forged" })).status).toBe(307);
  });

  it("sees the sign-in page with a form token, whose cookie is set once", async () => {
    const first = await visit("/login");
    const token = handedDown(first, "x-postroom-csrf");
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    const [cookie = ""] = first.headers.getSetCookie();
    expect(cookie).toContain("HttpOnly");
    const again = await visit("/login", { cookie: cookie.split(";")[0] ?? "" });
    expect(handedDown(again, "x-postroom-csrf")).toBe(token);
    expect(again.headers.getSetCookie()).toEqual([]);
  });
});

it("hands a closed set-up link on as gone", async () => {
  expect((await visit("/setup?token=unknown")).status).toBe(200);
  await addUser();
  expect((await visit("/setup?token=unknown")).status).toBe(410);
});

it("ends with the session, and not before", async () => {
  const cookie = await signIn(await addUser());
  expect((await visit("/inbox", { cookie })).status).toBe(200);
  await db().signIn.updateMany({ data: { endedAt: new Date() } });
  expect((await visit("/inbox", { cookie })).headers.get("location")).toContain("/login?");
});

describe("a page", () => {
  it("has a policy with a fresh nonce, which it is told", async () => {
    const cookie = await signIn(await addUser());
    const [one, other] = [await visit("/inbox", { cookie }), await visit("/inbox", { cookie })];
    const policy = one.headers.get("content-security-policy") ?? "";
    expect(policy).toContain(`'nonce-${handedDown(one, "x-nonce") ?? ""}' 'strict-dynamic'`);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    for (const directive of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) {
      expect(policy).toContain(directive);
    }
    expect(other.headers.get("content-security-policy")).not.toBe(policy);
    expect(handedDown(one, "x-postroom-path")).toBe("/inbox");
  });

  it("does not believe what the browser says under our own names", async () => {
    const forged = { "x-nonce": "evil", "x-postroom-csrf": "evil", "x-postroom-path": "https://evil.example" };
    const response = await visit("/login", forged);
    for (const name of Object.keys(forged)) expect(handedDown(response, name)).not.toContain("evil");
  });
});

it("is a 503 and no sign-in page while the database is away", async () => {
  const cookie = await signIn(await addUser());
  await db().$executeRaw`ALTER TABLE "SignIn" RENAME TO "SignInAway"`;
  const response = await visit("/inbox", { cookie });
  await db().$executeRaw`ALTER TABLE "SignInAway" RENAME TO "SignIn"`;
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(await response.text()).toContain("Nothing is lost");
});

it("leaves webhooks, routes and files alone, for bodies that pass here are cut", () => {
  const [matcher = ""] = config.matcher;
  const isMatched = (path: string) => new RegExp(`^${matcher}$`).test(path);
  for (const path of ["/", "/login", "/setup", "/inbox", "/settings/deliveries", "/apiary"])
    expect(isMatched(path)).toBe(true);
  const alone = [
    "/api/webhooks/postpress",
    "/api/ready",
    "/api/chats",
    "/_next/static/x.js",
    "/icon.svg",
    "/manifest.webmanifest",
  ];
  for (const path of alone) expect([path, isMatched(path)]).toEqual([path, false]);
});
