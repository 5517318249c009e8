/** For tests with a database: each test file has one of its own in DATABASE_URL; `freshDatabase()` makes more. */
import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { createDatabase } from "./database.mjs";

/** An empty, migrated database of its own. Returns its URL; it goes with the server at the end of the run. */
export async function freshDatabase() {
  return createDatabase(inject("postgresUrl"), `test_${randomBytes(6).toString("hex")}`, { template: "template" });
}
