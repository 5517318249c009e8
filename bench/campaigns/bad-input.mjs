/** R9: bad input. No answer is a 5xx or leaks anything, what is authenticated is all kept, and the door goes on answering. */
import { createHash } from "node:crypto";
import { inBurst } from "../../simulator/disorder.ts";
import { badInputs, leastInputs } from "../corpora/bad-inputs.mjs";
import { signIn } from "../session.mjs";
import { demand, demandEqual } from "./demand.mjs";
import { toPayload } from "./known-traffic.mjs";
import { checkLog, untilApplied } from "./ledger-check.mjs";
import { ask, deliver } from "./probe.mjs";

const width = 16;

export const campaign = {
  id: "R9",
  title: "bad input",
  quick: { mutants: 500, seed: 1 },
  full: { mutants: 10_000, seed: Date.now() % 2 ** 32 },
  run,
};

async function run(stage, { mutants, seed }) {
  const database = await stage.database();
  const product = await stage.product(database);
  const seen = { count: 0, kept: new Set(), tookMs: [], wrong: [] };
  await inBurst(badInputs({ seed, mutantCount: mutants }), width, (input) => throwAt(product, input, seen));
  demand(seen.count >= leastInputs + mutants, `the corpus has shrunk to ${seen.count} inputs`);
  demandEqual(seen.wrong.slice(0, 10), [], `${seen.wrong.length} wrong answers (seed ${seed})`);
  await untilApplied(database, 120_000);
  const states = await checkKept(database, seen);
  await checkAfterwards(database, product);
  checkLog(product);
  const p99 = seen.tookMs.sort((a, b) => a - b)[Math.floor(seen.tookMs.length * 0.99)];
  return `seed ${seed}, ${seen.count} inputs, ${seen.kept.size} bodies kept (${states}), 0 × 5xx, 0 leaks, p99 ${p99} ms`;
}

async function throwAt(product, { name, bytes, contentType, statuses }, seen) {
  const answer = await deliver(product, bytes, { "content-type": contentType });
  seen.count += 1;
  seen.tookMs.push(answer.tookMs);
  if (answer.status === 200 || answer.status === 400) seen.kept.add(createHash("sha256").update(bytes).digest("hex"));
  const fault = findFault(product, answer, statuses);
  if (fault) seen.wrong.push(`${name}: ${fault}`);
}

const leaks = /node_modules|\.m?[jt]s:\d+|\bat \w+ \(|prisma|postgres(ql)?:|select .* from|insert into|duplicate key/i;

function findFault(product, { status, text, headers }, statuses) {
  if (!statuses.includes(status)) return `answered ${status} ${text.slice(0, 100)}, allowed ${statuses}`;
  if (text.includes(product.secret)) return "the answer holds the secret";
  if (leaks.test(text)) return `the answer leaks: ${text.slice(0, 200)}`;
  return headers.has("set-cookie") ? "the answer sets a cookie" : null;
}

/** accepted = applied + ignored + quarantined, and nothing failed on the way to the tables. */
async function checkKept(database, seen) {
  const rows = await database.query(`SELECT encode("sha256", 'hex') AS "sha256", "state", "reason" FROM "Delivery"`);
  const inTable = new Set(rows.map(({ sha256 }) => sha256));
  const missing = [...seen.kept].filter((sha256) => !inTable.has(sha256));
  demandEqual([missing.length, inTable.size], [0, seen.kept.size], "bodies missing, bodies in the table");
  const broken = rows.filter(({ reason }) => reason?.startsWith("could not be applied"));
  demandEqual(broken.slice(0, 3), [], `${broken.length} deliveries on which the tables choked`);
  const states = Map.groupBy ? Map.groupBy(rows, ({ state }) => state) : groupByState(rows);
  for (const state of ["applied", "ignored", "quarantined"])
    demand(states.get(state)?.length > 0, `nothing was ${state}`);
  return [...states].map(([state, list]) => `${list.length} ${state}`).join(", ");
}

function groupByState(rows) {
  const groups = new Map();
  for (const row of rows) groups.set(row.state, [...(groups.get(row.state) ?? []), row]);
  return groups;
}

/** A good delivery is still taken and applied, a stranger still refused, and people can read what all that left in the inbox. */
async function checkAfterwards(database, product) {
  const payload = toPayload("message_received", { prefix: "r9", chat: "r9-good", id: "r9-good", number: 1 });
  demandEqual((await deliver(product, payload)).status, 200, "a good delivery");
  demandEqual((await deliver(product, payload, { [product.header]: "wrong" })).status, 401, "a wrong secret");
  await untilApplied(database);
  const cookie = await signIn(product);
  const list = await ask(`${product.url}/api/chats?limit=200`, { headers: { cookie } });
  demandEqual(list.status, 200, "the list afterwards");
  const { items } = JSON.parse(list.text);
  demand(
    items.some(({ externalId }) => externalId === "r9-good"),
    "the good chat is not in the list",
  );
  for (const { id } of items) {
    const { status } = await ask(`${product.url}/api/chats/${id}/messages`, { headers: { cookie } });
    demandEqual(status, 200, "a chat's messages afterwards");
  }
}
