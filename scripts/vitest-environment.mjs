/** Runs before each test file of the store and route layers: a database of its own, and the variables a server needs. */
import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freshDatabase } from "./fresh-database.mjs";

Object.assign(process.env, {
  POSTROOM_DATA: join(tmpdir(), `postroom-test-${randomUUID()}`), // made, and removed, by the tests that keep something in it
  DATABASE_URL: await freshDatabase(),
  POSTPRESS_WEBHOOK_SECRET: "webhook-secret-of-the-tests-0123456789",
  NEXTAUTH_SECRET: "session-secret-of-the-tests-0123456789",
  NEXTAUTH_URL: "http://localhost:3000",
  METRICS_TOKEN: "metrics-token-of-the-tests-0123456789",
  LOG_LEVEL: "silent",
});
