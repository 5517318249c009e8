/** The one-time link that makes the first user: 256 bits, valid for 30 minutes, only its SHA-256 is stored (table SetupToken). */
import { createHash, randomBytes } from "node:crypto";
import { withClient } from "./database.mjs";

/** The token of a fresh link, which replaces the ones before; null when there is a user already. */
export async function createSetupToken(databaseUrl) {
  return withClient(databaseUrl, async (client) => {
    const users = await client.query('SELECT 1 FROM "User" LIMIT 1');
    if (users.rowCount > 0) return null;
    const token = randomBytes(32).toString("base64url");
    await client.query('DELETE FROM "SetupToken" WHERE "usedAt" IS NULL');
    await client.query(`INSERT INTO "SetupToken" ("digest", "expiresAt") VALUES ($1, now() + interval '30 minutes')`, [
      createHash("sha256").update(token).digest(),
    ]);
    return token;
  });
}
