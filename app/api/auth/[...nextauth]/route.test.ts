import { scryptSync } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/server/db";
import { addUser } from "@/server/example-rows";
import { findSession } from "@/server/team/sessions";
import { formToken } from "@/server/team/session-cookie";
import { GET, POST } from "./route";

const email = "ines@tandem.example";
const password = "blue tandem rides far";
const form = formToken("");
const formCookie = `next-auth.csrf-token=${encodeURIComponent(form.newCookie ?? "")}`;

beforeAll(async () => {
  const key = scryptSync(password, Buffer.alloc(18), 32, { N: 2, r: 8, p: 1 }).toString("base64url");
  await addUser({ email, passwordHash: `scrypt$2$8$1$${"A".repeat(24)}$${key}` });
});
afterAll(async () => {
  await db().$disconnect();
});

function post(path: string, fields: Record<string, string>, cookie = formCookie): Promise<Response> {
  const headers = { cookie, "content-type": "application/x-www-form-urlencoded" };
  const body = new URLSearchParams(fields).toString();
  return POST(new Request(`http://localhost:3000/api/auth/${path}`, { method: "POST", headers, body }));
}

const signInAs = (fields: Record<string, string>) =>
  post("callback/credentials", { csrfToken: form.token, email, password, ...fields });
const get = (path: string) => GET(new Request(`http://localhost:3000/api/auth/${path}`));
const sessionOf = (response: Response) =>
  response.headers.getSetCookie().find((cookie) => cookie.startsWith("next-auth.session-token=")) ?? "";

describe("signing in with the plain form", () => {
  it("leads back to where one was, with a session that counts", async () => {
    const response = await signInAs({ callbackUrl: "/?chat=5" });
    expect([response.status, response.headers.get("location")]).toEqual([303, "/?chat=5"]);
    const cookie = sessionOf(response);
    expect(cookie).toContain("HttpOnly; SameSite=Lax");
    expect(await findSession(cookie.split(";")[0] ?? "")).toMatchObject({ user: { email } });
  });

  it("never leads elsewhere", async () => {
    for (const callbackUrl of ["https://evil.example/", "//evil.example", "javascript:alert(1)", "http://["]) {
      expect((await signInAs({ callbackUrl })).headers.get("location")).toBe("/");
      const query = new URLSearchParams({ callbackUrl }).toString();
      expect((await get(`signin?${query}`)).headers.get("location")).not.toContain("evil");
    }
  });

  it("says the same for a wrong password and for a stranger", async () => {
    const wrong = await signInAs({ password: "wrong", callbackUrl: "/settings" });
    const stranger = await signInAs({ email: "nobody@tandem.example", callbackUrl: "/settings" });
    expect(wrong.headers.get("location")).toBe("/login?error=CredentialsSignin&callbackUrl=%2Fsettings");
    expect(stranger.headers.get("location")).toBe(wrong.headers.get("location"));
    expect([sessionOf(wrong), sessionOf(stranger)]).toEqual(["", ""]);
  });

  it("does not work without the form's token", async () => {
    for (const csrfToken of ["", "x", form.token.replace(/^./, "z")]) {
      const response = await signInAs({ csrfToken });
      expect(response.headers.get("location")).toBe("/login?error=Failed&callbackUrl=%2F");
      expect(sessionOf(response)).toBe("");
    }
    const response = await post("callback/credentials", { csrfToken: form.token, email, password }, "");
    expect(sessionOf(response)).toBe("");
  });

  it("is a 429 with the wait named after ten attempts, which a browser follows to the sign-in page", async () => {
    const fields = { email: "yuki@tandem.example", password: "wrong" };
    await db().signInFailure.deleteMany();
    const { takeAttempt } = await import("@/server/team/sign-in-throttle");
    for (let count = 0; count < 10; count += 1) await takeAttempt(fields.email, "192.0.2.1");
    const response = await signInAs(fields);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(800);
    expect(response.headers.get("refresh")).toMatch(/^0; url=\/login\?error=TooManyAttempts&wait=\d+&callbackUrl=%2F$/);
  });
});

describe("signing out", () => {
  it("ends the session itself, not only its cookie", async () => {
    const cookie = sessionOf(await signInAs({})).split(";")[0] ?? "";
    expect(await findSession(cookie)).not.toBeNull();
    const response = await post("signout", { csrfToken: form.token }, `${formCookie}; ${cookie}`);
    expect(response.status).toBe(303);
    expect(sessionOf(response)).toContain("session-token=;");
    expect(await findSession(cookie)).toBeNull();
  });

  it("needs the form's token", async () => {
    const cookie = sessionOf(await signInAs({})).split(";")[0] ?? "";
    await post("signout", { csrfToken: "x" }, `${formCookie}; ${cookie}`);
    expect(await findSession(cookie)).not.toBeNull();
  });
});

it("has nothing of next-auth that Postroom does not use", async () => {
  for (const path of ["session", "_log", "verify-request", "signout", "nonsense", ""]) {
    expect([path, (await get(path)).status]).toEqual([path, 404]);
  }
  for (const path of ["_log", "session"]) expect((await post(path, {})).status).toBe(404);
});

it("does not fail on what nobody should send", async () => {
  const cookie = "next-auth.callback-url=http://[; next-auth.session-token=x; next-auth.csrf-token=%E0";
  expect((await post("callback/credentials", { email: "x" }, cookie)).status).toBe(303);
  expect((await post("signin/nobody", { csrfToken: form.token })).status).toBeLessThan(500);
  expect((await get("callback/google?state=x&code=y")).status).toBeLessThan(500);
  expect((await get("error?error=%3Cscript%3E")).headers.get("location")).toBe("/login?error=Failed&callbackUrl=%2F");
});
