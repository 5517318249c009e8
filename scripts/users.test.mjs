import { afterAll, beforeAll, expect, test } from "vitest";
import { isPassword } from "../server/team/passwords.ts";
import { createDatabase, withClient } from "./database.mjs";
import { bringUpToDate } from "./migrate.mjs";
import { hashPassword, inventPassword } from "./passwords.mjs";
import { startThrowAwayPostgres } from "./postgres-throw-away.mjs";
import { createSetupToken } from "./setup-link.mjs";
import { addUser, listUsers, resetUser } from "./users.mjs";

let server;
let url;

beforeAll(async () => {
  server = await startThrowAwayPostgres({ isDurable: false, settings: { fsync: "off" } });
  url = await createDatabase(server.url, "users");
  await bringUpToDate(url);
});

afterAll(() => server.stop());

const ana = { email: "ana@example.com", name: "Ana", role: null };

test("the server takes the passwords that scripts set", async () => {
  const password = inventPassword();
  expect(await isPassword(password, hashPassword(password))).toBe(true);
  expect(await isPassword(inventPassword(), hashPassword(password))).toBe(false);
});

test("a set-up link is made while there is no user, and none after", async () => {
  const token = await createSetupToken(url);
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  await withClient(url, async (client) => {
    const before = await client.query('SELECT "expiresAt" - now() < interval \'31 minutes\' AS soon FROM "SetupToken"');
    expect(before.rows).toEqual([{ soon: true }]);
    expect(await addUser(client, { ...ana, password: "first password" })).toBe("owner");
  });
  expect(await createSetupToken(url)).toBe(null);
});

test("a reset gives a new password, ends every session and lets a disabled user in again", async () => {
  await withClient(url, async (client) => {
    await client.query(`UPDATE "User" SET "disabledAt" = now()`);
    await client.query(
      `INSERT INTO "SignIn" ("id", "userId", "sessionVersion") SELECT gen_random_uuid(), "id", 0 FROM "User"`,
    );
    expect(await resetUser(client, { email: ana.email, role: null, password: "second password" })).toBe("owner");
    const { rows } = await client.query(
      `SELECT u."passwordHash", u."sessionVersion", s."endedAt" IS NOT NULL AS ended FROM "User" u JOIN "SignIn" s ON s."userId" = u."id"`,
    );
    expect(rows).toEqual([expect.objectContaining({ sessionVersion: 1, ended: true })]);
    expect(await isPassword("second password", rows[0].passwordHash)).toBe(true);
    expect(await listUsers(client)).toEqual([expect.objectContaining({ email: ana.email, disabledAt: null })]);
  });
});

test("the second user is an agent, and nobody is added twice or reset who is not there", async () => {
  await withClient(url, async (client) => {
    const ben = { email: "ben@example.com", name: "Ben", role: null, password: "a long password" };
    expect(await addUser(client, ben)).toBe("agent");
    await expect(addUser(client, ben)).rejects.toThrow(/There is a user ben@example.com already/);
    await expect(resetUser(client, { ...ben, email: "eve@example.com" })).rejects.toThrow(/There is no user/);
  });
});
