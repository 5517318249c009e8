/** From chat to chat by click and by key: the slowest interaction, and how long a chat takes that has been open before. */
import { setTimeout as pause } from "node:timers/promises";
import { clickChat, openInbox } from "./browser.mjs";
import { interactions, interactionWords, median } from "./figures.mjs";
import { watch } from "./probes.mjs";

const slowdown = 4;
/** Nobody clicks faster on purpose. */
const restMs = 300;
const betweenKeysMs = 120;
const leastReportedMs = 16;
const moves = 20;
const how = `CPU ÷ ${slowdown}, ${moves} of them`;

/** @returns figures; see report.mjs */
export async function measureSwitching({ browser, product }) {
  const ask = { url: product.url, cookie: product.cookie, slowdown };
  const clicked = await browser.visit(ask, clickThrough);
  const pressed = await browser.visit(ask, pressThrough);
  const cached = clicked.paintedMs.slice(moves / 2);
  return [
    slowest("chats switched by click: slowest interaction", clicked.seen),
    {
      what: "chat opened before, click to painted",
      value: median(cached),
      unit: "ms",
      note: `CPU ÷ ${slowdown}, median of ${cached.length}, slowest ${Math.max(...cached).toFixed(0)}; the first time ${median(clicked.paintedMs.slice(0, moves / 2)).toFixed(0)}`,
    },
    slowest("rows moved through by J and K: slowest interaction", pressed),
  ];
}

function slowest(what, { events, interactions: count }) {
  if (count < moves) throw new Error(`${what}: the browser counted ${count} interactions`);
  const [worst] = interactions(events);
  const note = worst ? `${how}; ${interactionWords(worst)}` : `${how}; none took ${leastReportedMs} ms`;
  return { what, value: worst?.duration ?? leastReportedMs, unit: "ms", most: 50, goal: "11", note };
}

/** Ten chats that are in view, and the same ten again, backwards. */
async function clickThrough(page) {
  await openInbox(page);
  const rows = await page.evaluate(rowsInView, moves / 2);
  await page.evaluate(watch);
  const paintedMs = [];
  for (const row of [...rows, ...rows.toReversed().slice(1), rows[1]]) {
    paintedMs.push(await clickChat(page, row));
    await pause(restMs);
  }
  return { paintedMs, seen: await page.evaluate(() => window.bench.take()) };
}

function rowsInView(count) {
  const rows = Array.from(document.querySelectorAll('[role="option"]')).slice(0, count);
  if (rows.length < count || rows.at(-1).getBoundingClientRect().bottom > window.innerHeight)
    throw new Error(`fewer than ${count} chats are in view`);
  return rows.map((row) => {
    const { left, top, height } = row.getBoundingClientRect();
    return { id: row.dataset.chat, x: left + 120, y: top + height / 2 };
  });
}

async function pressThrough(page) {
  await openInbox(page);
  await page.getByRole("option").first().focus();
  await page.evaluate(watch);
  for (let move = 0; move < moves; move += 1) {
    await page.keyboard.press(move < moves / 2 ? "j" : "k");
    await pause(betweenKeysMs);
  }
  await pause(restMs);
  return page.evaluate(() => window.bench.take());
}
