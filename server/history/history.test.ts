import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createApi } from "@/simulator/api";
import { addMessage, changeStatus, deleteMessage, editMessage } from "@/simulator/happenings";
import { createAccount, createPerson } from "@/simulator/people";
import { createRandom } from "@/simulator/random";
import type { WebhookPayload } from "@/simulator/webhook-body";
import { addAccount, addChat, createWorld, type VendorAccount, type VendorChat, type World } from "@/simulator/world";
import { db } from "../db";
import { applyBatch } from "../ingest/applier";
import { chatIdOf } from "../ingest/ids";
import { replayAll } from "../ingest/replay";
import { startServer, stopServers } from "../loopback";
import { doNextErrand } from "./errand-loop";
import { claimErrand, queueGap } from "./errands";
import { loadOlder } from "./older";
import { beat } from "./outages";

let world: World;
let account: VendorAccount;
let isDown = false;
let asked: string[] = [];

beforeAll(async () => {
  const url = await startServer((request, response) => {
    asked.push(`${request.method ?? ""} ${request.url ?? ""}`);
    if (isDown) response.writeHead(503, { "content-type": "application/json" }).end("{}");
    else answer(request, response);
  });
  Object.assign(process.env, { POSTPRESS_API_URL: url, POSTPRESS_API_KEY: "key" });
});
let answer: ReturnType<typeof createApi>;
beforeEach(async () => {
  isDown = false;
  asked = [];
  await db().$executeRaw`TRUNCATE "Account", "Delivery", "Errand", "ServerBeat" CASCADE`;
  world = createWorld(createRandom(randomUUID()));
  answer = createApi({ world, apiKey: "key", now: Date.now, echo: () => undefined, onSent: () => undefined, more: [] });
  const draft = {
    id: world.random.id(),
    provider: "WHATSAPP",
    name: "Tandem Desk",
    phoneNumber: "12025550100",
  } as const;
  account = addAccount(world, createAccount(world.random, { ...draft, createdAt: ago(90) }));
});
afterAll(async () => {
  await db().$disconnect();
  await stopServers();
});

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

function openChat(people = ["Ana Ribeiro"], subject: string | null = null): VendorChat {
  const everybody = people.map((name) => createPerson(world.random, { name, provider: "WHATSAPP" }));
  return addChat(world, { account, people: everybody, subject, isGroup: people.length > 1 });
}

/** At the vendor alone: nobody is told. */
function happens(chat: VendorChat, text: string, minutesAgo: number) {
  const sender = text.startsWith("From the phone") ? account.self : chat.people[0]!;
  return addMessage(world, { chat, sender, text, at: ago(minutesAgo) });
}

async function deliver(...payloads: WebhookPayload[]): Promise<void> {
  for (const payload of payloads) {
    const body = Buffer.from(JSON.stringify(payload));
    await db().delivery.create({ data: { body, sha256: Buffer.alloc(32), repeatKey: Buffer.from(randomUUID()) } });
  }
  while ((await applyBatch(db(), 50)).taken > 0);
}

async function doAll(): Promise<void> {
  while (await doNextErrand(db()));
}

const textsOf = async (chat: VendorChat) => {
  const where = { chatId: chatIdOf(account.id, chat.id), isVisible: true };
  return (await db().message.findMany({ where, orderBy: { sentAt: "asc" } })).map(({ text }) => text);
};
const chatRow = (chat: VendorChat) =>
  db().chat.findUniqueOrThrow({
    where: { id: chatIdOf(account.id, chat.id) },
    include: { attendees: { include: { attendee: true } } },
  });
const everything = async () => ({
  chats: await db().chat.findMany({ orderBy: { id: "asc" }, include: { attendees: true } }),
  messages: await db().message.findMany({ orderBy: [{ chatId: "asc" }, { id: "asc" }] }),
  attendees: await db().attendee.findMany({ orderBy: { id: "asc" } }),
  // the time of the last event alone is written once a minute
  accounts: await db().account.findMany({ orderBy: { id: "asc" }, omit: { lastEventAt: true } }),
});

describe("a chat that was never seen before", () => {
  it("gets its name, its people and its last messages, which count as read", async () => {
    const ride = openChat(["Ana Ribeiro", "Ben Osei"], "Weekend ride");
    for (let place = 60; place > 1; place -= 1) happens(ride, `Line ${String(place)}`, place);
    const last = happens(ride, "Who is in?", 1);
    await deliver({ ...last.payload, subject: null, attendees: [] });
    expect(await chatRow(ride)).toMatchObject({ unreadCount: 1 });
    await doAll();
    const row = await chatRow(ride);
    expect(row).toMatchObject({ title: "Weekend ride", isGroup: true, unreadCount: 1 });
    const names = row.attendees.map(({ attendee }) => attendee.name);
    expect(names.sort()).toEqual(["Ana Ribeiro", "Ben Osei", "Tandem Desk"]);
    const texts = await textsOf(ride);
    expect([texts.length, texts[0], texts.at(-1)]).toEqual([50, "Line 50", "Who is in?"]);
    expect(await db().errand.findMany()).toMatchObject([{ kind: "first-sight", state: "done", found: 49 }]);
  });

  it("is asked about once, whatever else is delivered, and gives the very same rows when all is wiped and replayed", async () => {
    const chat = openChat();
    happens(chat, "Before", 30);
    await deliver(happens(chat, "Hello", 2).payload);
    await doAll();
    await deliver(happens(chat, "Again", 1).payload);
    await doAll();
    expect(asked.filter((one) => one.endsWith(`/chats/${chat.id}`))).toHaveLength(1);
    const before = await everything();
    expect(before.messages).toHaveLength(3);
    await db().account.deleteMany();
    await replayAll(db());
    while ((await applyBatch(db(), 50)).taken > 0);
    await doAll();
    expect(await everything()).toEqual(before);
    expect(asked.filter((one) => one.endsWith(`/chats/${chat.id}`))).toHaveLength(1);
  });

  it("is tried again later when the vendor is away, and given up when it does not know it", async () => {
    const chat = openChat();
    happens(chat, "Before", 30);
    await deliver(happens(chat, "Hello", 2).payload);
    isDown = true;
    await doAll();
    expect(await db().errand.findMany()).toMatchObject([{ state: "waiting", attempts: 1, leasedUntil: null }]);
    isDown = false;
    await db().errand.updateMany({ data: { dueAt: new Date() } });
    await doAll();
    expect(await textsOf(chat)).toEqual(["Before", "Hello"]);
    const gone = openChat();
    const hello = happens(gone, "Hello", 1).payload;
    world.chats.delete(gone.id);
    await deliver(hello);
    await doAll();
    expect(await db().errand.findFirst({ where: { chatExternalId: gone.id } })).toMatchObject({ state: "failed" });
  });
});

describe("what was missed", () => {
  /** A chat that is known, and everything about it asked for. */
  async function knownChat(): Promise<VendorChat> {
    const chat = openChat();
    await deliver(happens(chat, "Hello", 50).payload);
    await db().$executeRaw`UPDATE "AccountHour" SET "hour" = "hour" - 24`;
    await doAll();
    return chat;
  }
  const outage = async () => {
    await db()
      .$executeRaw`INSERT INTO "ServerBeat" ("id", "at") VALUES (1, now() - interval '30 minutes') ON CONFLICT ("id") DO UPDATE SET "at" = EXCLUDED."at"`;
    return beat(db());
  };
  const due = () => db().errand.updateMany({ data: { dueAt: new Date() } });

  it("in an outage is found and filled in once, as news, with changes of what is known", async () => {
    const chat = await knownChat();
    const edited = happens(chat, "Tomorow", 45);
    const withdrawn = happens(chat, "Wrong chat", 44);
    await deliver(edited.payload, withdrawn.payload);
    const fresh = openChat(["Chiara Neri"]);
    for (let place = 20; place > 0; place -= 1) happens(chat, `Missed ${String(place)}`, place);
    happens(fresh, "Anybody there?", 10);
    happens(chat, "From the phone", 0.5);
    editMessage(edited.message, "Tomorrow", ago(5));
    deleteMessage(withdrawn.message, ago(5));
    // both were sent within the margin in which something may be missing
    edited.message.at = ago(40);
    withdrawn.message.at = ago(40);
    expect(await outage()).toBe(1);
    await due();
    await doAll();
    const texts = await textsOf(chat);
    expect(texts.filter((text) => text?.startsWith("Missed"))).toHaveLength(20);
    expect(texts).toEqual(expect.arrayContaining(["Tomorrow", "From the phone"]));
    expect(await chatRow(chat)).toMatchObject({ unreadCount: 22, waitingSince: null });
    expect(await chatRow(fresh)).toMatchObject({ unreadCount: 1 });
    const gap = await db().errand.findFirst({ where: { kind: "gap" } });
    expect(gap).toMatchObject({ state: "done", found: 22 });
    const before = await everything();
    await queueGap(db(), { accountExternalId: account.id, since: new Date(ago(300)), dueInMs: 0 });
    await doAll();
    expect(await everything()).toEqual(before);
  });

  it("arrives late by webhook too, and stays one message", async () => {
    const chat = await knownChat();
    const missed = happens(chat, "Missed", 10);
    await outage();
    await due();
    await doAll();
    await deliver(missed.payload);
    expect((await textsOf(chat)).filter((text) => text === "Missed")).toHaveLength(1);
    expect(await chatRow(chat)).toMatchObject({ unreadCount: 2 });
  });

  it("is not looked for after a short pause, nor from before an account was first heard of", async () => {
    expect(await beat(db())).toBe(0);
    expect(await beat(db())).toBe(0);
    const chat = openChat();
    happens(chat, "Long before we came", 300);
    await deliver(happens(chat, "Hello", 0).payload);
    await db().errand.deleteMany();
    await queueGap(db(), { accountExternalId: account.id, since: new Date(ago(7 * 24 * 60)), dueInMs: 0 });
    await doAll();
    expect(await textsOf(chat)).toEqual(["Hello"]);
  });

  it("is looked for when an account receives again", async () => {
    await knownChat();
    await deliver(changeStatus(account, "CREDENTIALS"));
    expect(await db().errand.count({ where: { kind: "gap" } })).toBe(0);
    await deliver(changeStatus(account, "RECONNECTED"));
    expect(await db().errand.findMany({ where: { kind: "gap" } })).toMatchObject([
      { state: "waiting", chatExternalId: "" },
    ]);
  });

  it("is filled a page at a time, and goes on where a server was stopped", async () => {
    const chat = await knownChat();
    for (let place = 0; place < 300; place += 1) happens(chat, `Missed ${String(place)}`, 20 - place / 20);
    await queueGap(db(), { accountExternalId: null, since: new Date(ago(40)), dueInMs: 0 });
    expect(await doNextErrand(db())).toBe(true);
    expect(await db().errand.findFirst({ where: { kind: "gap" } })).toMatchObject({ state: "waiting", found: 250 });
    await doAll();
    expect(await textsOf(chat)).toHaveLength(301);
  });

  it("is done by one server at a time for an account", async () => {
    await knownChat();
    await queueGap(db(), { accountExternalId: null, since: new Date(ago(40)), dueInMs: 0 });
    const claimed = await Promise.all([claimErrand(db()), claimErrand(db()), claimErrand(db())]);
    expect(claimed.filter((one) => one !== null)).toHaveLength(1);
  });
});

describe("going further back", () => {
  it("brings fifty older messages a time, as history, until the beginning", async () => {
    const chat = openChat();
    for (let place = 130; place > 0; place -= 1) happens(chat, `Line ${String(place)}`, place);
    await deliver(happens(chat, "Hello", 0).payload);
    await doAll();
    const id = chatIdOf(account.id, chat.id);
    const [first, second] = [await loadOlder(id), await loadOlder(id)];
    expect([first, second]).toEqual([
      { found: 49, state: "more" },
      { found: 32, state: "more" },
    ]);
    expect((await textsOf(chat))[0]).toBe("Line 130");
    expect(await chatRow(chat)).toMatchObject({ unreadCount: 1 });
    expect(await loadOlder(id)).toEqual({ found: 0, state: "complete" });
    const count = asked.length;
    expect(await loadOlder(id)).toEqual({ found: 0, state: "complete" });
    expect(asked.slice(count).some((one) => one.includes("/sync"))).toBe(false);
  });

  it("says what the vendor says when it fails, and knows no other chat", async () => {
    const chat = openChat();
    await deliver(happens(chat, "Hello", 0).payload);
    isDown = true;
    await expect(loadOlder(chatIdOf(account.id, chat.id))).rejects.toMatchObject({ details: { status: 502 } });
    await expect(loadOlder(randomUUID())).rejects.toMatchObject({ details: { status: 404 } });
    await expect(loadOlder("nothing")).rejects.toMatchObject({ details: { status: 404 } });
  });
});
