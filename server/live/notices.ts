/**
 * A bell between processes over LISTEN/NOTIFY. A ring carries nothing and may be lost (the listener away, a pooler between):
 * whoever listens also looks by itself now and then, and once after each (re)connection.
 */
import { Client } from "pg";
import { log } from "../log";

export type Channel = "postroom_deliveries";
export type Bell = { stop(): Promise<void> };

const reconnectMs = 1_000;

/** Calls `onRing` for each notice and after each connection. Reconnects for ever, until stopped. */
export function listen(url: string, channel: Channel, onRing: () => void): Bell {
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const retry = (): void => {
    const lost = client;
    client = undefined;
    if (lost === undefined || isStopped) return;
    void lost.end().catch((error: unknown) => {
      log.debug({ err: error }, "a lost listener could not say goodbye");
    });
    timer = setTimeout(connect, reconnectMs);
  };
  const connect = (): void => {
    const fresh = new Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5_000 });
    client = fresh;
    fresh.on("error", retry);
    fresh.on("end", retry);
    fresh.on("notification", onRing);
    fresh
      .connect()
      .then(() => fresh.query(`LISTEN ${channel}`))
      .then(onRing, retry);
  };
  connect();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
