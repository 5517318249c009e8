/**
 * The one Prisma client of a process. The route bundles and the start-up bundle each load their own copy of this module,
 * so the instance lives on `globalThis`.
 */
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "./env";
import { PrismaClient } from "./generated/client";
import { log } from "./log";

const key = Symbol.for("postroom.db");
const shared = globalThis as { [key]?: PrismaClient | undefined };

/** A client with a pool of its own; the caller disconnects it. `connectionTimeoutMs`: how long a full pool may be waited for. */
export function connect(url: string, pool: { max: number; connectionTimeoutMs: number }): PrismaClient {
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: pool.max,
      connectionTimeoutMillis: pool.connectionTimeoutMs,
      statement_timeout: 30_000,
      keepAlive: true,
      // Lost in the moment between being made and being used, a connection has no other listener, and would end the process.
      onConnect: (connection) => {
        connection.on("error", (error) => log.debug({ reason: error.name }, "a database connection was lost"));
      },
    },
    { onPoolError: (error) => log.warn({ reason: error.name }, "a database connection of the pool was lost") },
  );
  return new PrismaClient({ adapter });
}

export function db(): PrismaClient {
  shared[key] ??= connect(env().DATABASE_URL, { max: 10, connectionTimeoutMs: 5000 });
  return shared[key];
}
