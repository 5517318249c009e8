/** Messages that arrive while a page is open: how long after they were posted they are painted, and whether anything jumps. */
import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { percentiles } from "../load.mjs";
import { openInbox } from "./browser.mjs";
import { arrivals, layoutShiftScore } from "./figures.mjs";
import { followTexts, untilIdle, watch } from "./probes.mjs";

const slowdown = 4;
/** As many chats as stand in view, so that none is overtaken before it is painted. */
const chats = 10;
const perSecond = 2;
const patienceMs = 15_000;

/** @returns figures; see report.mjs */
export async function measureArriving({ browser, product, size }) {
  for (let chat = 0; chat < chats; chat += 1) await post(product, { text: `before ${chat}`, chat });
  const ask = { url: product.url, cookie: product.cookie, slowdown };
  const { sent, painted, shifts } = await browser.visit(ask, (page) => observe({ page, product, size }));
  const { latenciesMs, missed } = arrivals(withPaints(sent, painted));
  if (latenciesMs.length === 0) throw new Error("no message was painted");
  const { p50, p99, max } = percentiles(latenciesMs);
  const how = `CPU ÷ ${slowdown}, ${sent.length} messages at ${perSecond}/s in ${chats} chats`;
  const shift = layoutShiftScore(shifts);
  return [
    { what: "webhook to painted, p50", value: p50, unit: "ms", note: `${how}; goal 3 is 50 with push` },
    { what: "webhook to painted, p99", value: p99, unit: "ms", note: `slowest ${max}; goal 3 is 150 with push` },
    { what: "webhook to painted, missed", value: missed, most: 0, goal: "3" },
    {
      what: "layout shift while messages arrive",
      value: shift,
      digits: 4,
      most: 0.005,
      goal: "10",
      note: worstOf(shifts),
    },
  ];
}

/** A chat is open, and the pointer rests beside the list. */
async function observe({ page, product, size }) {
  await openInbox(page);
  await page.getByRole("option").first().click();
  await page.getByRole("article").first().waitFor();
  await page.mouse.move(1000, 450);
  await page.evaluate(untilIdle);
  await page.evaluate(watch);
  await page.evaluate(followTexts);
  const sent = [];
  for (let message = 0; message < size.arrivingSeconds * perSecond; message += 1) {
    const text = `mark ${message} ${randomBytes(4).toString("hex")}`;
    await page.evaluate((awaited) => window.painted.expect(awaited), text);
    const sentAt = Date.now();
    sent.push({ text, chat: message % chats, sentAt });
    await post(product, sent.at(-1));
    await pause(Math.max(0, 1000 / perSecond - (Date.now() - sentAt)));
  }
  const painted = await untilPainted(page, sent);
  return { sent, painted, shifts: (await page.evaluate(() => window.bench.take())).shifts };
}

async function untilPainted(page, sent) {
  const endsAt = Date.now() + patienceMs;
  for (;;) {
    const painted = await page.evaluate(() => window.painted.take());
    if (arrivals(withPaints(sent, painted)).missed === 0 || Date.now() > endsAt) return painted;
    await pause(200);
  }
}

function withPaints(sent, painted) {
  return sent.map((message) => ({ ...message, paintedAt: painted[message.text] ?? null }));
}

function worstOf(shifts) {
  const unexpected = shifts.filter(({ hadRecentInput }) => !hadRecentInput);
  if (unexpected.length === 0) return "nothing moved";
  const [worst] = unexpected.toSorted((left, right) => right.value - left.value);
  return `${unexpected.length} shifts, the worst of “${worst.of[0] ?? ""}”`;
}

async function post({ url, secret }, { text, chat }) {
  const person = {
    attendee_id: `arriving-${chat}`,
    attendee_name: `Arriving ${chat}`,
    attendee_provider_id: `a${chat}@lid`,
  };
  const message = {
    event: "message_received",
    account_id: "account-arriving",
    account_type: "TELEGRAM",
    chat_id: `arriving-${chat}`,
    message_id: text,
    message: text,
    timestamp: new Date().toISOString(),
    is_sender: 0,
    sender: person,
    attendees: [person],
  };
  const headers = { "Postroom-Webhook-Secret": secret, "Content-Type": "application/json" };
  const answer = await fetch(`${url}/api/webhooks/postpress`, {
    method: "POST",
    headers,
    body: JSON.stringify(message),
  });
  if (answer.status !== 200) throw new Error(`a delivery was answered ${answer.status}`);
}
