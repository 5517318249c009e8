/**
 * What a process does besides answering requests, put to work once: the door's receiver, the applier and the bell between processes.
 * Called by instrumentation.ts; what the production server needs of it is left on `globalThis`, because each bundle has its own modules.
 */
import { connect, db } from "./db";
import { env } from "./env";
import { startErrands } from "./history/errand-loop";
import { startApplier } from "./ingest/applier-loop";
import { createDoor } from "./ingest/door";
import { listen, type Channel } from "./live/notices";
import { log } from "./log";
import { isVendorConfigured } from "./postpress/client";
import { bootstrapAdmin } from "./team/users";

const doorKey = Symbol.for("postroom.door");
const stopKey = Symbol.for("postroom.stop");

const shared = globalThis as { [doorKey]?: ReturnType<typeof createDoor>; [stopKey]?: () => Promise<void> };

const channel: Channel = "postroom_deliveries";
const ringEveryMs = 250;
/** so many deliveries in one commit mean that more are waiting */
const crowd = 96;

/** @throws EnvError when the environment is not usable, or what the database throws when it is away */
export async function start(): Promise<void> {
  if (shared[doorKey] !== undefined) return;
  const { DATABASE_URL, DATABASE_DIRECT_URL } = env();
  await bootstrapAdmin();
  const pool = connect(DATABASE_URL, { max: 3, connectionTimeoutMs: 5_000 });
  const applier = startApplier(pool);
  const errands = isVendorConfigured() ? startErrands() : null;
  const bell = listen(DATABASE_DIRECT_URL ?? DATABASE_URL, channel, applier.wake);
  const ring = makeRing();
  shared[doorKey] = createDoor({
    onKept: (count) => {
      if (count >= crowd) applier.giveWay();
      applier.wake();
      ring();
    },
  });
  shared[stopKey] = async () => {
    await Promise.all([applier.stop(), bell.stop(), errands?.stop()]);
    await pool.$disconnect();
  };
}

/** Tells the other processes, a few times a second at most; a ring that is lost is made good by their sweep. */
function makeRing(): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      db().$executeRaw`SELECT pg_notify(${channel}, '')`.catch((error: unknown) => {
        log.debug({ reason: error instanceof Error ? error.name : "unknown" }, "the other processes were not told");
      });
    }, ringEveryMs).unref();
  };
}
