/** A signed-in session over HTTP, for benches and campaigns: a user of its own, then the sign-in form as a browser without JavaScript sends it. */
import { randomBytes, randomUUID } from "node:crypto";
import { withClient } from "../scripts/database.mjs";
import { hashPassword } from "../scripts/passwords.mjs";

const password = "a long enough pass phrase";

/** @returns the value of a Cookie header */
export async function signIn({ url, databaseUrl }) {
  const email = `bench-${randomBytes(4).toString("hex")}@example.com`;
  await withClient(databaseUrl, (client) =>
    client.query(
      `INSERT INTO "User" ("id", "email", "name", "passwordHash", "role") VALUES ($1, $2, 'Bench', $3, 'owner')`,
      [randomUUID(), email, hashPassword(password)],
    ),
  );
  const csrf = await fetch(`${url}/api/auth/csrf`);
  const jar = cookiesOf(csrf);
  const { csrfToken } = await csrf.json();
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: jar, "Content-Type": "application/x-www-form-urlencoded", Origin: url },
    body: new URLSearchParams({ csrfToken, email, password, callbackUrl: url }),
  });
  const cookie = [jar, cookiesOf(answer)].filter(Boolean).join("; ");
  const session = await fetch(`${url}/api/chats?limit=1`, { headers: { cookie } });
  if (!session.ok) throw new Error(`signing in failed: ${answer.status}, then ${session.status}`);
  return cookie;
}

function cookiesOf(answer) {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}
