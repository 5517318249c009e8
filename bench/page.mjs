/**
 * The inbox in a browser, on a production build with a big inbox behind it: script, paints and shifts of a cold load, the slowest interaction,
 * opening and scrolling, and how long after its webhook a message is painted. `node bench/page.mjs`, or some of it:
 * `--only load,switch,open,messages,chats,arrive`, `--quick` (a small inbox, short runs), `--json`, `--database <url>` (seeded before).
 * Fails when a goal is missed, and names it. Figures of one run belong together: read them beside its yardstick.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { withClient } from "../scripts/database.mjs";
import { bringUpToDate } from "../scripts/migrate.mjs";
import { measureArriving } from "./page/arriving.mjs";
import { openBrowser } from "./page/browser.mjs";
import { measureLoading } from "./page/loading.mjs";
import { measureOpening } from "./page/opening.mjs";
import { openReport } from "./page/report.mjs";
import { measureChats, measureMessages } from "./page/scrolling.mjs";
import { measureSwitching } from "./page/switching.mjs";
import { takeYardstick } from "./page/yardstick.mjs";
import { startDatabase, startProduct } from "./product.mjs";
import { seed } from "./seed.mjs";
import { signIn } from "./session.mjs";

const parts = {
  load: measureLoading,
  switch: measureSwitching,
  open: measureOpening,
  messages: measureMessages,
  chats: measureChats,
  arrive: measureArriving,
};

const { values } = parseArgs({
  options: {
    only: { type: "string", default: Object.keys(parts).join(",") },
    quick: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    chats: { type: "string" },
    deepest: { type: "string" },
    database: { type: "string" },
  },
});
const full = { chats: 100_000, deepest: 100_000, scrolled: 5000, runs: 7, arrivingSeconds: 40 };
const quick = { chats: 2000, deepest: 2000, scrolled: 500, runs: 3, arrivingSeconds: 12 };
const size = { ...(values.quick ? quick : full) };
for (const name of ["chats", "deepest"]) if (values[name] !== undefined) size[name] = Number(values[name]);

const chosen = values.only.split(",");
const unknown = chosen.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) throw new Error(`no part ${unknown}: there are ${Object.keys(parts).join(", ")}`);

const report = openReport({ isJson: values.json });
const ending = [];
try {
  process.exitCode = await measure();
} finally {
  for (const end of ending.reverse()) await end();
}

/** @returns the exit code */
async function measure() {
  const databaseUrl = values.database ?? (await seeded());
  await bringUpToDate(databaseUrl);
  const product = await startProduct({ databaseUrl });
  ending.push(product.stop);
  const browser = await openBrowser();
  ending.push(browser.close);
  const cookie = await signIn({ ...product, databaseUrl });
  await (await fetch(`${product.url}/inbox`, { headers: { cookie } })).text();
  const { runs } = size;
  const yardstick = await takeYardstick({ browser, runs });
  const inbox = await measureInbox(databaseUrl);
  const words = `${inbox.chats} chats, ${inbox.deepest.count} messages in one of them`;
  const conditions = `${cpus().length} cores, Node ${process.version}, Chromium ${browser.version}, ${words}`;
  report.say(`${conditions}, 1440 × 900\n${yardstickLine(yardstick)}\n`);
  const stage = { browser, product: { ...product, cookie }, yardstick, size, runs, deepest: inbox.deepest };
  for (const name of chosen) for (const figure of await parts[name](stage)) report.add(figure);
  const missed = report.close({ conditions, yardstick });
  for (const line of missed) console.error(`\n✗ ${line}`);
  return missed.length > 0 ? 1 : 0;
}

async function seeded() {
  const database = await startDatabase();
  ending.push(database.stop);
  await seed(database.url, { ...size, messages: size.deepest + size.chats + Math.floor(size.chats / 10) });
  return database.url;
}

function yardstickLine({ loopMs, largestPaintMs, processMb, framesPerSecond, busy }) {
  const figures = [
    `fixed loop ${loopMs.toFixed(0)} ms`,
    `empty page painted after ${largestPaintMs.toFixed(0)} ms at CPU ÷ 4, ${processMb.toFixed(0)} MB`,
    `plain page scrolls at ${framesPerSecond.toFixed(1)} frames/s`,
    `load ${busy.toFixed(1)}`,
  ];
  return `yardstick: ${figures.join(" · ")}`;
}

/** What the figures are about: how many chats there are, and which one holds the most messages. */
function measureInbox(databaseUrl) {
  return withClient(databaseUrl, async (client) => {
    const { rows: chats } = await client.query(
      `SELECT count(*)::int AS "count" FROM "Chat" WHERE "lastActivityAt" IS NOT NULL`,
    );
    const { rows: deepest } = await client.query(
      `SELECT "chatId" AS "id", count(*)::int AS "count" FROM "Message" GROUP BY 1 ORDER BY 2 DESC LIMIT 1`,
    );
    return { chats: chats[0].count, deepest: deepest[0] };
  });
}
