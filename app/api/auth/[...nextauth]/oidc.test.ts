import { createSign, generateKeyPairSync } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { db } from "@/server/db";
import { addUser } from "@/server/example-rows";
import { formToken } from "@/server/team/session-cookie";
import { findSession } from "@/server/team/sessions";
import { contentSecurityPolicy } from "@/server/page-policy";
import { GET, POST } from "./route";

/** A sign-in elsewhere, as far as the protocol goes: it says `told` of whoever comes. */
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const told: Record<string, unknown> = {};
let server: Server;
let issuer: string;

function idToken(claims: Record<string, unknown>): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: "RS256", kid: "one" })}.${part(claims)}`;
  return `${text}.${createSign("RSA-SHA256").update(text).sign(privateKey, "base64url")}`;
}

function answerOf(path: string): object {
  const now = Math.floor(Date.now() / 1000);
  if (path.startsWith("/.well-known")) {
    const endpoints = {
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
    };
    return { issuer, ...endpoints, id_token_signing_alg_values_supported: ["RS256"] };
  }
  if (path === "/keys")
    return { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" }] };
  const claims = { iss: issuer, aud: "postroom", sub: "42", iat: now, exp: now + 60, ...told };
  return { access_token: "token", token_type: "Bearer", id_token: idToken(claims) };
}

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader("Content-Type", "application/json").end(JSON.stringify(answerOf(request.url ?? "")));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(process.env, {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: "postroom",
    OIDC_CLIENT_SECRET: "a secret of the client",
  });
});
afterAll(async () => {
  server.close();
  await db().$disconnect();
});
beforeEach(async () => {
  await db().user.deleteMany();
  for (const claim of Object.keys(told)) Reflect.deleteProperty(told, claim);
});

const pairs = (response: Response) => response.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");

/** Presses the button, is sent elsewhere, and comes back with a code. */
async function signInElsewhere(claims: Record<string, unknown>): Promise<Response> {
  const form = formToken("");
  const cookie = `next-auth.csrf-token=${encodeURIComponent(form.newCookie ?? "")}`;
  const headers = { cookie, "content-type": "application/x-www-form-urlencoded" };
  const body = new URLSearchParams({ csrfToken: form.token, callbackUrl: "/inbox?chat=5" }).toString();
  const away = await POST(new Request("http://localhost:3000/api/auth/signin/oidc", { method: "POST", headers, body }));
  const target = new URL(away.headers.get("location") ?? "");
  expect([target.origin, target.pathname]).toEqual([issuer, "/authorize"]);
  expect(target.searchParams.get("redirect_uri")).toBe("http://localhost:3000/api/auth/callback/oidc");
  Object.assign(told, { nonce: target.searchParams.get("nonce") }, claims);
  const query = new URLSearchParams({ code: "code", state: target.searchParams.get("state") ?? "" }).toString();
  const back = { cookie: [cookie, ...pairs(away)].join("; ") };
  return GET(new Request(`http://localhost:3000/api/auth/callback/oidc?${query}`, { headers: back }));
}

const sessionIn = (response: Response) =>
  findSession(pairs(response).find((cookie) => cookie.startsWith("next-auth.session-token=")) ?? "");

it("signs in the user with that verified address, and leads back to where they were", async () => {
  const id = await addUser({ email: "ines@tandem.example" });
  const response = await signInElsewhere({ email: "Ines@Tandem.example", email_verified: true });
  expect(response.headers.get("location")).toBe("/inbox?chat=5");
  expect(await sessionIn(response)).toMatchObject({ user: { id, email: "ines@tandem.example" } });
});

it("makes nobody a user, and believes no address that was not verified", async () => {
  const strangers = [
    { email: "stranger@x.example", email_verified: true },
    { email: "ines@tandem.example", email_verified: false },
    { email: "ines@tandem.example" },
    {},
  ];
  await addUser({ email: "ines@tandem.example" });
  for (const claims of strangers) {
    const response = await signInElsewhere(claims);
    expect(response.headers.get("location")).toMatch(/^\/login\?error=AccessDenied&callbackUrl=/);
    expect(await sessionIn(response)).toBeNull();
  }
  expect(await db().user.count()).toBe(1);
  expect(await db().signIn.count()).toBe(0);
});

it("refuses an answer that was not asked for", async () => {
  await addUser({ email: "ines@tandem.example" });
  const response = await signInElsewhere({ email: "ines@tandem.example", email_verified: true, nonce: "another" });
  expect(response.headers.get("location")).toMatch(/^\/login\?error=Failed/);
  expect(await sessionIn(response)).toBeNull();
});

it("is a place that the sign-in form may lead to", () => {
  expect(contentSecurityPolicy("x", false)).toContain(`form-action 'self' ${issuer}`);
});
