/** Runs before each test file of the store and route layers: a database of its own, and the variables a server needs. */
import { freshDatabase } from "./fresh-database.mjs";

Object.assign(process.env, {
  DATABASE_URL: await freshDatabase(),
  POSTPRESS_WEBHOOK_SECRET: "webhook-secret-of-the-tests-0123456789",
  NEXTAUTH_SECRET: "session-secret-of-the-tests-0123456789",
  NEXTAUTH_URL: "http://localhost:3000",
  METRICS_TOKEN: "metrics-token-of-the-tests-0123456789",
  LOG_LEVEL: "silent",
});
