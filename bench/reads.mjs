/**
 * Reads on a big inbox: seeds it, asks the running product over HTTP, and takes time and plan of each statement from PostgreSQL's own
 * log (auto_explain), so that what is explained is what the pages really ask. `node bench/reads.mjs --messages 1000000 --chats 100000`
 * Fails when a plan reads a big table in full or a page takes more than 10 ms in the database (median of its runs).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { withClient } from "../scripts/database.mjs";
import { percentiles } from "./load.mjs";
import { startDatabase, startProduct } from "./product.mjs";
import { seed } from "./seed.mjs";
import { signIn } from "./session.mjs";

const { values } = parseArgs({
  options: {
    messages: { type: "string", default: "1000000" },
    chats: { type: "string", default: "100000" },
    runs: { type: "string", default: "30" },
    plans: { type: "boolean", default: false },
  },
});
const size = { messages: Number(values.messages), chats: Number(values.chats) };
const runs = Number(values.runs);
const mostMs = 10;
const bigTables = ["Message", "Chat", "Attendee", "ChatAttendee", "Reaction", "Attachment", "Delivery"];

const explain = {
  session_preload_libraries: "auto_explain",
  "auto_explain.log_min_duration": "0",
  "auto_explain.log_analyze": "on",
  "auto_explain.log_timing": "off",
  "auto_explain.log_format": "json",
};

const database = await startDatabase({ settings: explain });
const logFile = join(database.server.dataDir, "pg.log");
try {
  await measure();
} finally {
  await database.stop();
}

async function measure() {
  const startedAt = performance.now();
  await seed(database.url, size);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  console.log(`seeded ${size.messages} messages in ${size.chats} chats in ${seconds} s`);
  const product = await startProduct({ databaseUrl: database.url });
  try {
    const cookie = await signIn({ ...product, databaseUrl: database.url });
    const pages = await listPages(product, cookie);
    const failures = [];
    for (const [name, path] of pages) failures.push(...(await measurePage({ name, url: product.url + path, cookie })));
    if (failures.length > 0) throw new Error(failures.join("\n"));
  } finally {
    await product.stop();
  }
}

/** The first page of each list, each single filter, and pages from deep inside. */
async function listPages(product, cookie) {
  const big = await withClient(database.url, async (client) => {
    const { rows } = await client.query(
      `SELECT "id", "accountId" FROM "Chat" WHERE "externalId" IN ('chat-0', 'chat-4') ORDER BY 1`,
    );
    const { rows: counted } = await client.query(
      `SELECT "chatId" AS id, count(*) FROM "Message" GROUP BY 1 ORDER BY 2 DESC LIMIT 1`,
    );
    return { ...rows[0], big: counted[0].id };
  });
  const ask = async (path) => (await fetch(product.url + path, { headers: { cookie } })).json();
  const deep = await cursorAfter(ask, "/api/chats?limit=200", 20);
  const queue = await cursorAfter(ask, "/api/chats?view=waiting&limit=200", 20);
  const old = await before(ask, `/api/chats/${big.big}/messages?limit=200`, 20);
  const { items, before: from, after: to } = await ask(`/api/chats/${big.big}/messages?before=${old}&limit=150`);
  const span = new URLSearchParams({ from, to, limit: 200 });
  const middle = items[75].sentAt;
  return [
    ["list", "/api/chats"],
    ["list, page from the 4,000th chat", `/api/chats?cursor=${deep}`],
    ["list, one provider", "/api/chats?provider=WHATSAPP"],
    ["list, one account", `/api/chats?accountId=${big.accountId}`],
    ["list, unread", "/api/chats?unread=true"],
    ["list, unread of one account", `/api/chats?unread=true&accountId=${big.accountId}`],
    ["list, unread of one provider", "/api/chats?unread=true&provider=TELEGRAM"],
    ["list, one folder", `/api/chats?accountId=${big.accountId}&folder=INBOX`],
    ["list, waiting", "/api/chats?view=waiting"],
    ["list, waiting, page from the 4,000th chat", `/api/chats?view=waiting&cursor=${queue}`],
    ["list, waiting at one account", `/api/chats?view=waiting&accountId=${big.accountId}`],
    ["list, waiting at one provider", "/api/chats?view=waiting&provider=WHATSAPP"],
    ["list, waiting and unread", "/api/chats?view=waiting&unread=true"],
    ["list, waiting and unread of one provider", "/api/chats?view=waiting&unread=true&provider=TELEGRAM"],
    ["list, the next unread chat", `/api/chats?unread=true&limit=1&cursor=${deep}`],
    ["accounts with their unread counts", "/api/accounts"],
    ["chat", `/api/chats/${big.id}`],
    ["conversation", `/api/chats/${big.id}/messages`],
    ["conversation of a tenth of all messages", `/api/chats/${big.big}/messages`],
    ["the same, from the 4,000th message back", `/api/chats/${big.big}/messages?before=${old}`],
    ["the same, around what is unread", `/api/chats/${big.big}/messages?around=unread`],
    ["the same, around a time", `/api/chats/${big.big}/messages?at=${middle}`],
    ["the same, 150 messages read again", `/api/chats/${big.big}/messages?${span}`],
  ];
}

async function cursorAfter(ask, path, pages) {
  let cursor = "";
  for (let page = 0; page < pages; page += 1)
    cursor = (await ask(`${path}${cursor && `&cursor=${cursor}`}`)).nextCursor ?? cursor;
  return encodeURIComponent(cursor);
}

async function before(ask, path, pages) {
  let cursor = "";
  for (let page = 0; page < pages; page += 1)
    cursor = (await ask(`${path}${cursor && `&before=${cursor}`}`)).before ?? cursor;
  return encodeURIComponent(cursor);
}

async function measurePage({ name, url, cookie }) {
  const latencies = [];
  const from = readFileSync(logFile).length;
  for (let run = 0; run < runs; run += 1) {
    const sentAt = performance.now();
    const answer = await fetch(url, { headers: { cookie } });
    await answer.arrayBuffer();
    if (!answer.ok) return [`${name}: answered ${answer.status}`];
    latencies.push(performance.now() - sentAt);
  }
  const plans = plansSince(from).filter(
    (plan) => /"(Chat|Message|Account)"/.test(plan["Query Text"]) && !/"SignIn"/.test(plan["Query Text"]),
  );
  const perRun = plans.reduce((sum, plan) => sum + plan.ms, 0) / runs;
  const http = percentiles(latencies);
  console.log(
    `${name.padEnd(42)} database ${perRun.toFixed(2).padStart(6)} ms a page · ${(plans.length / runs).toFixed(1)} statements · HTTP p50 ${http.p50} p99 ${http.p99} ms`,
  );
  if (values.plans) console.log(indent(describe(plans.at(-1).Plan)));
  const whole = [...new Set(plans.flatMap((plan) => wholeReads(plan.Plan)))];
  const slow = perRun > mostMs ? [`${name}: ${perRun.toFixed(1)} ms in the database`] : [];
  return [...slow, ...whole.map((table) => `${name}: reads all of ${table}`)];
}

function plansSince(position) {
  const text = readFileSync(logFile).subarray(position).toString();
  return text
    .split(/^.*LOG: {2}duration: /m)
    .slice(1)
    .map((part) => {
      const end = part.search(/^\t?}/m);
      const ms = Number.parseFloat(part);
      return { ms, ...JSON.parse(part.slice(part.indexOf("{"), part.indexOf("}", end) + 1)) };
    });
}

function wholeReads(plan) {
  const own =
    plan["Node Type"] === "Seq Scan" && bigTables.includes(plan["Relation Name"]) ? [plan["Relation Name"]] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(wholeReads)];
}

function describe(plan, depth = 0) {
  const what = [
    plan["Node Type"],
    plan["Index Name"] ?? plan["Relation Name"],
    `rows ${plan["Actual Rows"]} × ${plan["Actual Loops"]}`,
  ];
  const line = `${"  ".repeat(depth)}${what.filter(Boolean).join(" · ")}`;
  return [line, ...(plan.Plans ?? []).map((inner) => describe(inner, depth + 1))].join("\n");
}

function indent(text) {
  return text.replace(/^/gm, "    ");
}
