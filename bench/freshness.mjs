/** How long after it was posted a message can be read by GET /api/chats, at a steady rate, over HTTP with a signed-in session. */
import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { percentiles } from "./load.mjs";
import { signIn } from "./session.mjs";
import { makeTraffic } from "./traffic.mjs";

/** Looking without a pause would measure the looking. */
const lookEveryMs = 15;

export async function measureFreshness({ product, perSecond, seconds }) {
  const cookie = await signIn(product);
  const traffic = makeTraffic({ seed: 4 });
  const endsAt = performance.now() + seconds * 1000;
  const posting = keepPosting({ product, traffic, perSecond, endsAt });
  const latencies = [];
  while (performance.now() < endsAt) latencies.push(await oneMarked(product, cookie));
  await posting;
  return { latencyMs: percentiles(latencies) };
}

async function keepPosting({ product, traffic, perSecond, endsAt }) {
  const under = new Set();
  for (let dueAt = performance.now(); dueAt < endsAt; dueAt += 1000 / perSecond) {
    const waitMs = dueAt - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    const sending = post(product, traffic.next().body).finally(() => under.delete(sending));
    under.add(sending);
  }
  await Promise.all(under);
}

async function post(product, body) {
  const headers = { "Postroom-Webhook-Secret": product.secret, "Content-Type": "application/json" };
  const answer = await fetch(`${product.url}/api/webhooks/postpress`, { method: "POST", headers, body });
  if (answer.status !== 200) throw new Error(`a delivery was answered ${answer.status}`);
}

/** Posts one message with a mark of its own and asks until the list shows it on top. */
async function oneMarked(product, cookie) {
  const mark = randomBytes(6).toString("hex");
  const sentAt = performance.now();
  await post(product, JSON.stringify(marked(mark)));
  for (;;) {
    const answer = await fetch(`${product.url}/api/chats?limit=20`, { headers: { cookie } });
    if (!answer.ok) throw new Error(`the list was answered ${answer.status}`);
    const { items } = await answer.json();
    if (items.some((chat) => chat.lastMessage?.preview.includes(mark))) return performance.now() - sentAt;
    await pause(lookEveryMs);
    if (performance.now() - sentAt > 10_000) throw new Error("a message did not become readable within 10 s");
  }
}

function marked(mark) {
  const person = { attendee_id: "marker", attendee_name: "Marker", attendee_provider_id: "marker@lid" };
  return {
    event: "message_received",
    account_id: "account-marker",
    account_type: "TELEGRAM",
    chat_id: "chat-marker",
    message_id: mark,
    message: `mark ${mark}`,
    timestamp: new Date(Date.now() + 60_000).toISOString(),
    is_sender: 0,
    sender: person,
    attendees: [person],
  };
}
