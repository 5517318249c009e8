/**
 * What the door takes and what is applied, beside the yardstick R on the same database server in the same run: `node bench/ingest.mjs`.
 * What was sent must equal what the tables hold afterwards, else there is no figure.
 */
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { createDatabase, withClient } from "../scripts/database.mjs";
import { bringUpToDate } from "../scripts/migrate.mjs";
import { measureBaseline } from "./baseline.mjs";
import { measureFreshness } from "./freshness.mjs";
import { closedLoop, openLoop, requestBytes } from "./load.mjs";
import { startDatabase, startProduct } from "./product.mjs";
import { makeTraffic } from "./traffic.mjs";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "20" },
    connections: { type: "string", default: "128" },
    part: { type: "string", default: "door,level,route,fresh" },
  },
});
const seconds = Number(values.seconds);
const connections = Number(values.connections);

const database = await startDatabase();
try {
  await measure();
} finally {
  await database.stop();
}

async function measure() {
  const { version } = database.server;
  const memory = Math.round(totalmem() / 2 ** 30);
  console.log(`${cpus().length} cores, ${memory} GiB, Node ${process.version}, PostgreSQL ${version}, fully durable`);
  const parts = { door: measureDoor, level: measureLevel, route: measureRoute, fresh: measureFresh };
  for (const name of values.part.split(",")) await parts[name]();
}

/** The yardstick is taken anew before each figure: on a shared machine it drifts within one run. */
async function takeYardstick() {
  const R = await measureBaseline({ url: database.url, seconds: seconds / 2, traffic: makeTraffic({ seed: 1 }) });
  print("R: one statement an event, 16 clients", R);
  return { R: R.perSecond, share: (perSecond) => `${(perSecond / R.perSecond).toFixed(2)} R` };
}

async function measureDoor() {
  const { share } = await takeYardstick();
  const door = await burst("door");
  print(`door acknowledged, ${connections} connections`, door, share(door.perSecond));
  print("applied after the burst, the door idle", { perSecond: door.drainedPerSecond }, share(door.drainedPerSecond));
}

async function measureLevel() {
  for (const part of [0.3, 0.4, 0.5, 0.6]) {
    const { R, share } = await takeYardstick();
    const level = await levelAt(Math.round(R * part));
    const word = level.isLevel ? "level" : `grew to ${level.backlog}`;
    print(`open loop at ${part} R: backlog ${word}`, level, share(level.perSecond));
    if (!level.isLevel) break;
  }
}

async function measureRoute() {
  const { share } = await takeYardstick();
  const route = await burst("route");
  print(`route mount acknowledged, ${connections} connections`, route, share(route.perSecond));
}

async function measureFresh() {
  const fresh = await onProduct("door", (product) => measureFreshness({ product, perSecond: 50, seconds }));
  print("kept → readable by GET /api/chats at 50 events/s", { perSecond: 50, latencyMs: fresh.latencyMs });
}

function print(what, { perSecond, latencyMs }, share = "") {
  const figures = !latencyMs
    ? ""
    : `p50 ${latencyMs.p50} · p95 ${latencyMs.p95} · p99 ${latencyMs.p99} · max ${latencyMs.max} ms`;
  console.log(`${what.padEnd(60)} ${String(perSecond).padStart(6)}/s ${share.padStart(7)}  ${figures}`);
}

/** A fresh database and server for each figure, so that none inherits another's backlog. */
async function onProduct(mount, work) {
  const url = await createDatabase(database.server.url, `run_${Date.now()}`);
  await bringUpToDate(url);
  const product = await startProduct({ databaseUrl: url, mount });
  try {
    return await work({ ...product, databaseUrl: url });
  } finally {
    await product.stop();
  }
}

function requests(product, traffic) {
  const headers = { "Postroom-Webhook-Secret": product.secret, "Content-Type": "application/json" };
  return () => requestBytes({ path: "/api/webhooks/postpress", headers, body: traffic.next().body });
}

function burst(mount) {
  return onProduct(mount, async (product) => {
    const traffic = makeTraffic({ seed: 2 });
    const result = await closedLoop({
      port: product.port,
      connections,
      seconds,
      makeRequest: requests(product, traffic),
    });
    const startedAt = performance.now();
    const backlog = await countKept(product.databaseUrl);
    await untilApplied(product.databaseUrl);
    const drainedPerSecond = Math.round((backlog * 1000) / (performance.now() - startedAt));
    await checkLedger(product.databaseUrl, traffic, result);
    return { ...result, drainedPerSecond };
  });
}

function levelAt(perSecond) {
  return onProduct("door", async (product) => {
    const traffic = makeTraffic({ seed: 3 });
    const result = await openLoop({
      port: product.port,
      connections,
      seconds,
      perSecond,
      makeRequest: requests(product, traffic),
    });
    const backlog = await countKept(product.databaseUrl);
    await untilApplied(product.databaseUrl);
    await checkLedger(product.databaseUrl, traffic, result);
    return { ...result, backlog, isLevel: backlog < perSecond };
  });
}

function countKept(url) {
  return withClient(url, async (client) => {
    const { rows } = await client.query(`SELECT count(*)::int AS kept FROM "Delivery" WHERE "state" = 'kept'`);
    return rows[0].kept;
  });
}

async function untilApplied(url) {
  while ((await countKept(url)) > 0) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function checkLedger(url, traffic, result) {
  const { rows } = await withClient(url, (client) =>
    client.query(`SELECT count(*)::int AS kept, (SELECT coalesce(sum("count"), 0)::int FROM "DeliveryRepeat") AS repeats, count(*) FILTER (WHERE "state" = 'applied')::int AS applied,
      (SELECT count(*)::int FROM "Message" WHERE "bodyRank" >= 2) AS messages FROM "Delivery"`),
  );
  const { kept, repeats, applied, messages } = rows[0];
  // two events of one moment may have the same bytes: then the second is a repeat too
  const isWhole =
    result.failed === 0 && kept + repeats === traffic.sent.deliveries + traffic.sent.repeats && applied === kept;
  if (!isWhole || messages < traffic.sent.messages) {
    throw new Error(
      `the tables do not hold what was sent: ${JSON.stringify({ ...traffic.sent, failed: result.failed, kept, repeats, applied, stored: messages })}`,
    );
  }
}
