/**
 * R2: the database goes away, by an immediate shutdown and by kill -9. The door answers 503 with Retry-After within 5 s and never 200, signed-in
 * requests get 503 and are never taken for a guest's, and the first delivery after it is back gets its 200 without a restart of the app.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { signIn } from "../session.mjs";
import { demand, demandEqual, until } from "./demand.mjs";
import { makeKnownTraffic, toPayload } from "./known-traffic.mjs";
import { checkEffects, checkLedger, checkLog, untilApplied } from "./ledger-check.mjs";
import { ask, deliver } from "./probe.mjs";

const downMs = 4000;
const probesAtLeast = 3;
/** an outage is worth its lines */
const allowed = [/"(deliveries could not be kept|a request failed|a session could not be looked up)"/];

export const campaign = {
  id: "R2",
  title: "kill the database",
  // Several outages need a rest between them in which even the longest pause of the sender ends.
  quick: { kills: 1, restMs: 500, pauseMs: 20 },
  full: { kills: 10, restMs: 16_000, pauseMs: 60 },
  run,
};

async function run(stage, { kills, restMs, pauseMs }) {
  const database = await stage.database({ isOwnCluster: true });
  await demandDurable(database);
  const product = await stage.product(database);
  const cookie = await signIn(product);
  const sender = stage.sender(product.target);
  const { payloads, expected } = makeKnownTraffic({ prefix: "r2", messages: kills * 160 });
  const traffic = keepSending(sender, payloads, pauseMs);
  const seen = { refused: 0, slowestMs: 0, backMs: [] };
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(restMs);
    await shutDown({ database, product, cookie, seen });
    await killHard({ database, product, seen });
  }
  await traffic;
  await sender.settled();
  demand(product.child.exitCode === null, "the app ended");
  await untilApplied(database);
  const probes = await database.query(`SELECT count(*)::int AS n FROM "Message" WHERE "externalId" LIKE 'probe-%'`);
  await database.query(`DELETE FROM "Account" WHERE "externalId" = 'probe-account'`);
  await checkLedger(database, sender.ledger.entries());
  await checkEffects(database, expected);
  checkLog(product, { allowed });
  demand(probes[0].n >= kills * 2, "the first delivery after each return is missing");
  const { attempts, acked } = sender.ledger.counts();
  return `${kills * 2} kills, ${seen.refused} × 503 (slowest ${seen.slowestMs} ms), back after ${seen.backMs.join(", ")} ms, ${acked} acknowledged in ${attempts} attempts, 0 lost`;
}

async function demandDurable(database) {
  const settings = ["fsync", "synchronous_commit", "full_page_writes"];
  const rows = await database.query(`SELECT name, setting FROM pg_settings WHERE name = ANY($1) ORDER BY name`, [
    settings,
  ]);
  demandEqual(
    rows.map(({ setting }) => setting),
    ["on", "on", "on"],
    settings.join(", "),
  );
}

async function keepSending(sender, payloads, pauseMs) {
  for (const payload of payloads) {
    void sender.send(payload);
    await sleep(pauseMs);
  }
}

/** Stays down for a while: every probe meanwhile must be told so. */
async function shutDown({ database, product, cookie, seen }) {
  await database.cluster.crash();
  const endsAt = performance.now() + downMs;
  let probes = 0;
  while (performance.now() < endsAt || probes < probesAtLeast) {
    await probe({ product, cookie, seen, number: (probes += 1) });
    await sleep(100);
  }
  await database.cluster.restart();
  await comeBack(product, seen);
}

async function probe({ product, cookie, seen, number }) {
  const [door, chats, stranger, ready, health] = await Promise.all([
    deliver(product, probePayload(`down-${number}`)),
    ask(`${product.url}/api/chats`, { headers: { cookie } }),
    ask(`${product.url}/api/chats`),
    ask(`${product.url}/api/ready`),
    ask(`${product.url}/api/health`),
  ]);
  demandEqual(door.status, 503, "the door's answer while the database is down");
  demand(Number(door.headers.get("retry-after")) > 0, "the 503 has no Retry-After");
  demand(door.tookMs <= 5000, `the 503 took ${door.tookMs} ms`);
  demandEqual(chats.status, 503, "a signed-in request while the database is down");
  demand([401, 503].includes(stranger.status), `a stranger got ${stranger.status} from the list`);
  demandEqual([ready.status, health.status], [503, 200], "ready and health");
  seen.refused += 1;
  seen.slowestMs = Math.max(seen.slowestMs, door.tookMs);
}

/** Its own supervisor starts it again within moments: no probe can be sure to meet it down. */
async function killHard({ database, product, seen }) {
  const pid = database.cluster.pid();
  process.kill(pid, "SIGKILL");
  await until(() => database.cluster.pid() !== pid, { what: "the database's revival" });
  await until(() => database.query("SELECT 1").catch(() => null), { what: "the database's answer" });
  await comeBack(product, seen);
}

async function comeBack(product, seen) {
  const startedAt = performance.now();
  let number = 0;
  const isTaken = async () =>
    (await deliver(product, probePayload(`back-${Date.now()}-${(number += 1)}`))).status === 200;
  await until(isTaken, { what: "the first 200 after the database's return", timeoutMs: 5000 });
  seen.backMs.push(Math.round(performance.now() - startedAt));
}

function probePayload(id) {
  return { ...toPayload("message_received", { prefix: "probe", chat: "probe-chat", id: `probe-${id}`, number: 1 }) };
}
