/** R1: kill -9 of the app in the middle of ingesting. Nothing acknowledged is lost, nothing counts twice, nothing is given up. */
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { demand, demandEqual } from "./demand.mjs";
import { makeKnownTraffic } from "./known-traffic.mjs";
import { checkEffects, checkLedger, checkLog, untilApplied } from "./ledger-check.mjs";

const perSecond = 100;

export const campaign = {
  id: "R1",
  title: "kill -9 of the app mid-ingest",
  quick: { kills: 2, events: 500 },
  full: { kills: 20, events: 10_000 },
  run,
};

async function run(stage, { kills, events }) {
  const database = await stage.database();
  let product = await stage.product(database);
  const sender = stage.sender(product.target);
  // Four events for each second message: 2.5 a message.
  const { payloads, expected } = makeKnownTraffic({ prefix: "r1", messages: Math.round(events / 2.5) });
  const every = Math.floor(payloads.length / (kills + 1));
  let killed = 0;
  let reviving = Promise.resolve();
  for (const [place, payload] of payloads.entries()) {
    void sender.send(payload);
    if (killed < kills && place === every * (killed + 1)) {
      await reviving;
      killed += 1;
      reviving = killAndRestart(stage, database, product).then((next) => (product = next));
    }
    await sleep(1000 / perSecond);
  }
  await reviving;
  await sender.settled();
  demandEqual(killed, kills, "kills");
  await untilApplied(database);
  const { acked } = await checkLedger(database, sender.ledger.entries());
  await checkEffects(database, expected);
  checkLog(product);
  const { attempts, retries } = sender.ledger.counts();
  demand(retries > 0, "no delivery met a dead server: the kills missed the ingest");
  return `${kills} kills, ${acked} deliveries acknowledged in ${attempts} attempts, 0 lost, 0 doubled, 0 given up`;
}

async function killAndRestart(stage, database, product) {
  product.child.kill("SIGKILL");
  await once(product.child, "exit");
  return stage.product(database, { like: product });
}
