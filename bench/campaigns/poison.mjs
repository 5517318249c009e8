/**
 * R16: a delivery on which applying fails, here by a trigger that refuses its row. It alone is set aside, with its error; the rest of its chat
 * goes on, admins see it, and after the fix it is applied once.
 */
import { signIn } from "../session.mjs";
import { demand, demandEqual } from "./demand.mjs";
import { toPayload } from "./known-traffic.mjs";
import { checkLedger, checkLog, untilApplied } from "./ledger-check.mjs";
import { ask } from "./probe.mjs";

const messages = 50;
const poisoned = "r16-25";

export const campaign = { id: "R16", title: "poison event", quick: {}, full: {}, run };

async function run(stage) {
  const database = await stage.database();
  const product = await stage.product(database);
  await lay(database);
  const sender = stage.sender(product.target);
  await Promise.all(
    Array.from({ length: messages }, (_, number) =>
      sender.send(toPayload("message_received", { prefix: "r16", chat: "r16", id: `r16-${number}`, number })),
    ),
  );
  await untilApplied(database);
  await checkLedger(database, sender.ledger.entries());
  demandEqual(await countMessages(database), messages - 1, "messages beside the poisoned one");
  const [aside] = await database.query(
    `SELECT "id", "reason", "problems" FROM "Delivery" WHERE "state" = 'quarantined'`,
  );
  demand(
    aside?.reason?.startsWith("could not be applied"),
    `the poisoned delivery was not set aside: ${JSON.stringify(aside ?? null)}`,
  );
  const cookie = await signIn(product);
  await demandShown(product, { cookie, id: aside.id });
  await heal(database);
  await replay(product, { cookie, id: aside.id });
  demandEqual(await countMessages(database), messages, "messages after the replay");
  await replay(product, { cookie, id: aside.id });
  demandEqual(await countMessages(database), messages, "messages after a second replay");
  checkLog(product, { allowed: [/set aside/] });
  demand(/set aside/.test(product.readLog()), "the log does not tell of it");
  return `1 of ${messages} set aside with its error, the others applied; shown to admins; applied once after the fix`;
}

async function lay(database) {
  await database.query(`
    CREATE FUNCTION refuse_poison() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW."externalId" = '${poisoned}' THEN RAISE EXCEPTION 'poison'; END IF;
      RETURN NEW;
    END $$`);
  await database.query(
    `CREATE TRIGGER poison BEFORE INSERT ON "Message" FOR EACH ROW EXECUTE FUNCTION refuse_poison()`,
  );
}

function heal(database) {
  return database.query(`DROP TRIGGER poison ON "Message"`);
}

async function countMessages(database) {
  const [{ count }] = await database.query(`SELECT count(*)::int AS "count" FROM "Message" WHERE "bodyRank" >= 2`);
  return count;
}

async function replay(product, { cookie, id }) {
  const headers = { cookie, origin: product.url, "content-type": "application/json" };
  const answer = await ask(`${product.url}/api/deliveries/${id}/replay`, { method: "POST", headers, body: "{}" });
  demandEqual([answer.status, JSON.parse(answer.text).state], [200, "applied"], "the replay's answer");
}

async function demandShown(product, { cookie, id }) {
  const answer = await ask(`${product.url}/api/deliveries?state=quarantined`, { headers: { cookie } });
  demandEqual(answer.status, 200, "the list of deliveries");
  const { items, counts } = JSON.parse(answer.text);
  const shown = items.map((item) => [item.id, item.state]);
  demandEqual(shown, [[id, "quarantined"]], "quarantined deliveries shown");
  demandEqual([counts.quarantined, counts.applied], [1, messages - 1], "counts shown");
}
