/** R3: duplicates. Each event five times, fifty identical ones at once, and all of it through two webhooks with other bytes: one effect, all 200. */
import { demand, demandEqual } from "./demand.mjs";
import { makeHistory } from "./known-traffic.mjs";
import { checkLedger, checkLog, untilApplied } from "./ledger-check.mjs";

export const campaign = { id: "R3", title: "duplicates", quick: { rounds: 10 }, full: { rounds: 200 }, run };

async function run(stage, { rounds }) {
  const database = await stage.database();
  const product = await stage.product(database);
  const sender = stage.sender(product.target, { delaysMs: [] });
  for (let round = 0; round < rounds; round += 1) await playRound(sender, `r3-${round}`);
  await untilApplied(database);
  const entries = sender.ledger.entries();
  await checkLedger(database, entries);
  const distinct = new Set(entries.map(({ sha256 }) => sha256)).size;
  demandEqual(distinct, rounds * 12, "distinct bodies");
  demand(entries.length > distinct * 5, "too few repeats were sent");
  await checkCounts(database, { rounds, distinct, sent: entries.length });
  checkLog(product);
  return `${entries.length} deliveries of ${distinct} bodies, all 200, ${entries.length - distinct} repeats counted, one effect each`;
}

async function playRound(sender, prefix) {
  const [first, ...rest] = makeHistory({ prefix });
  const others = makeHistory({ prefix, webhook: "A second webhook" });
  await Promise.all(Array.from({ length: 50 }, () => sender.send(first)));
  const fiveTimes = [first, ...rest, ...others].flatMap((payload) => [payload, payload, payload, payload, payload]);
  await Promise.all(fiveTimes.map((payload) => sender.send(payload)));
}

async function checkCounts(database, { rounds, distinct, sent }) {
  const [kept] = await database.query(`
    SELECT count(*)::int AS "rows", count(*) FILTER (WHERE "state" = 'applied')::int AS "applied",
      (SELECT coalesce(sum("count"), 0) FROM "DeliveryRepeat")::int AS "repeats" FROM "Delivery"`);
  demandEqual(kept, { rows: distinct, applied: distinct, repeats: sent - distinct }, "deliveries kept");
  const [effects] = await database.query(`
    SELECT (SELECT count(*) FROM "Chat")::int AS "chats", count(*)::int AS "messages",
      count(*) FILTER (WHERE "readAt" IS NOT NULL AND "deliveredAt" IS NOT NULL AND "deletedAt" IS NOT NULL AND "editedAt" IS NOT NULL)::int AS "whole",
      (SELECT count(*) FROM "Reaction")::int AS "reactions" FROM "Message"`);
  demandEqual(effects, { chats: rounds, messages: rounds, whole: rounds, reactions: rounds }, "effects");
}
