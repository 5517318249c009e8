/** Users by SQL, for when nobody can sign in. */
import { randomUUID } from "node:crypto";
import { hashPassword } from "./passwords.mjs";
import { Problem } from "./problem.mjs";

export const ROLES = ["owner", "admin", "agent", "viewer"];

/** The first user is the owner unless told otherwise. Returns the role. */
export async function addUser(client, { email, name, role, password }) {
  const { rows } = await client.query(
    `INSERT INTO "User" ("id", "email", "name", "role", "passwordHash")
     SELECT $1, $2, $3, coalesce($4, CASE WHEN EXISTS (SELECT 1 FROM "User") THEN 'agent' ELSE 'owner' END), $5
     ON CONFLICT ("email") DO NOTHING RETURNING "role"`,
    [randomUUID(), email, name, role, hashPassword(password)],
  );
  if (rows.length === 0)
    throw new Problem(`There is a user ${email} already: npm run user -- reset ${email} gives a new password.`);
  await client.query('DELETE FROM "SetupToken"');
  return rows[0].role;
}

/** A new password; ends the user's sessions, lets a disabled one in again and forgets failed attempts. */
export async function resetUser(client, { email, role, password }) {
  const { rows } = await client.query(
    `UPDATE "User" SET "passwordHash" = $2, "role" = coalesce($3, "role"), "disabledAt" = NULL, "sessionVersion" = "sessionVersion" + 1
     WHERE "email" = $1 RETURNING "id", "role"`,
    [email, hashPassword(password), role],
  );
  if (rows.length === 0) throw new Problem(`There is no user ${email}: npm run user -- list shows who there is.`);
  await client.query('UPDATE "SignIn" SET "endedAt" = now() WHERE "userId" = $1 AND "endedAt" IS NULL', [rows[0].id]);
  await client.query('DELETE FROM "SignInFailure"');
  return rows[0].role;
}

export async function findUser(client, email) {
  const { rows } = await client.query('SELECT "id", "role" FROM "User" WHERE "email" = $1', [email]);
  return rows[0] ?? null;
}

export async function listUsers(client) {
  const { rows } = await client.query(
    `SELECT u."email", u."name", u."role", u."disabledAt", max(s."lastSeenAt") AS "lastSeenAt"
     FROM "User" u LEFT JOIN "SignIn" s ON s."userId" = u."id" GROUP BY u."id" ORDER BY u."createdAt"`,
  );
  return rows;
}
