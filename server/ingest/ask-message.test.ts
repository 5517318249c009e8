import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { env } from "../env";
import { connect } from "../db";
import type { PrismaClient } from "../generated/client";
import { applyBatch } from "./applier";
import { askMessage } from "./ask-message";
import { chatIdOf, messageIdOf } from "./ids";
import { replayAll } from "./replay";

type Body = Record<string, unknown>;

let db: PrismaClient;
let vendor: Server;
/** what the vendor answers, by the id of the message; nothing is a 404 */
const answers = new Map<string, string>();
let asked: string[] = [];

beforeAll(async () => {
  vendor = createServer((request, response) => {
    const id = decodeURIComponent(request.url?.split("/").at(-1) ?? "");
    asked.push(id);
    response.writeHead(answers.has(id) ? 200 : 404, { "content-type": "application/json" });
    response.end(answers.get(id) ?? JSON.stringify({ type: "errors/resource_not_found", title: "Not Found" }));
  });
  await new Promise<void>((resolve) => vendor.listen(0, "127.0.0.1", resolve));
  process.env.POSTPRESS_API_URL = `http://127.0.0.1:${String((vendor.address() as AddressInfo).port)}`;
  process.env.POSTPRESS_API_KEY = "key-of-the-tests";
  db = connect(env().DATABASE_URL, { max: 4, connectionTimeoutMs: 5_000 });
});
afterEach(() => {
  asked = [];
});
afterAll(async () => {
  await db.$disconnect();
  vendor.close();
});

const accountId = "wa-7Qd1";
const ruth = { attendee_id: "att-ruth", attendee_name: "Ruth Amadi", attendee_provider_id: "90017765432@lid" };
const about = { account_id: accountId, account_type: "WHATSAPP", timestamp: "2026-03-02T08:15:30.120Z" };

async function deliver(body: Body): Promise<void> {
  const bytes = Buffer.from(JSON.stringify({ ...about, ...body }));
  await db.delivery.create({ data: { body: bytes, sha256: Buffer.alloc(32), repeatKey: Buffer.from(randomUUID()) } });
  while ((await applyBatch(db, 50)).taken > 0);
}

/** Ruth writes, in a chat of her own. */
async function ruthWrites(): Promise<{ chat: string; message: string }> {
  const [chat, message] = [randomUUID(), randomUUID()];
  const text = { message: "Is the blue tandem free?", is_sender: 0, sender: ruth, attendees: [ruth] };
  await deliver({ event: "message_received", chat_id: chat, message_id: message, ...text });
  return { chat, message };
}

function tells({ chat, message }: { chat: string; message: string }, parts: Body = {}): void {
  const ids = { id: message, account_id: accountId, chat_id: chat, sender_id: ruth.attendee_provider_id };
  const body = { sender_attendee_id: ruth.attendee_id, text: "Is the blue tandem free?", is_sender: 0 };
  answers.set(message, JSON.stringify({ ...ids, ...body, timestamp: about.timestamp, reactions: [], ...parts }));
}

const idsOf = ({ chat, message }: { chat: string; message: string }) => {
  const chatId = chatIdOf(accountId, chat);
  return [chatId, messageIdOf(chatId, message)] as const;
};
let now = Date.now();

function ask(one: { chat: string; message: string }) {
  const [chatId, messageId] = idsOf(one);
  return askMessage(db, { chatId, messageId, now });
}

/** A minute has gone by. */
function laterAsk(one: { chat: string; message: string }) {
  now += 60_000;
  return ask(one);
}

const row = (one: { chat: string; message: string }) =>
  db.message.findUniqueOrThrow({
    where: { chatId_id: { chatId: idsOf(one)[0], id: idsOf(one)[1] } },
    include: { receipts: true, reactions: true, chat: true },
  });
const keptAnswers = ({ message }: { message: string }) =>
  db.delivery.findMany({ where: { messageExternalId: message, event: "api.message" }, orderBy: { id: "asc" } });

describe("asking about a message", () => {
  it("applies what the vendor tells before it returns, and changes neither unread nor waiting", async () => {
    const one = await ruthWrites();
    const before = await row(one);
    expect(before.chat).toMatchObject({ unreadCount: 1 });
    tells(one, { edited: 1, text: "Is the red tandem free?", reactions: [{ value: "👍", sender_id: "1@lid" }] });
    expect(await ask(one)).toBe("told");
    const after = await row(one);
    expect(after).toMatchObject({ text: "Is the red tandem free?", arrivedSequence: before.arrivedSequence });
    expect(after.reactions.map(({ emoji }) => emoji)).toEqual(["👍"]);
    expect(after.chat).toMatchObject({ unreadCount: 1, waitingSince: before.chat.waitingSince });
    expect(await keptAnswers(one)).toMatchObject([{ state: "applied", accountExternalId: accountId }]);
  });

  it("asks at most once a minute", async () => {
    const one = await ruthWrites();
    tells(one);
    expect([await ask(one), await ask(one)]).toEqual(["told", "recent"]);
    expect(asked).toEqual([one.message]);
    expect(await laterAsk(one)).toBe("told");
  });

  it("keeps no answer that repeats the newest word, and keeps an older word that holds again", async () => {
    const one = await ruthWrites();
    tells(one, { seen: 0 });
    await ask(one);
    await laterAsk(one);
    expect(await keptAnswers(one)).toHaveLength(1);
    tells(one, { reactions: [{ value: "👍", sender_id: "1@lid" }] });
    await laterAsk(one);
    tells(one, { seen: 0 });
    await laterAsk(one);
    expect(await keptAnswers(one)).toHaveLength(3);
    await deliver({ event: "message_delivered", chat_id: one.chat, message_id: one.message });
    await laterAsk(one);
    expect(await keptAnswers(one)).toHaveLength(4);
  });

  it("changes nothing when the vendor is wrong, does not know it, or tells of another message", async () => {
    const one = await ruthWrites();
    const before = await row(one);
    expect(await ask(one)).toBe("silent");
    for (const answer of ["<html>", "[]", JSON.stringify({ object: "Message" })]) {
      answers.set(one.message, answer);
      expect(await laterAsk(one)).toBe("silent");
    }
    tells(one, { chat_id: "another", text: "Not yours" });
    expect(await laterAsk(one)).toBe("silent");
    expect(await keptAnswers(one)).toEqual([]);
    expect(await row(one)).toEqual(before);
  });

  it("sets an answer aside that cannot be read, as it does with deliveries", async () => {
    const one = await ruthWrites();
    tells(one, { is_sender: "perhaps" });
    expect(await ask(one)).toBe("told");
    expect(await keptAnswers(one)).toMatchObject([
      { state: "quarantined", problems: [{ path: "message.is_sender" }], messageExternalId: one.message },
    ]);
  });

  it("knows no message that is not there, and asks nobody about it", async () => {
    expect(await askMessage(db, { chatId: randomUUID(), messageId: randomUUID(), now })).toBeNull();
    expect(asked).toEqual([]);
  });
});

it("gives the very same rows when all is wiped and replayed", async () => {
  const one = await ruthWrites();
  const seen_by = { "90017765432@lid": "2026-03-02T08:18:40.000Z", "15550199@s.whatsapp.net": true };
  tells(one, { seen: 1, seen_by, reactions: [{ value: "🎉", sender_id: "90017765432@lid" }] });
  await ask(one);
  await deliver({ event: "message_deleted", chat_id: one.chat, message_id: one.message, is_sender: 0 });
  tells(one, { edited: 1, text: "And the red one?" });
  await laterAsk(one);
  const before = await row(one);
  expect(before.receipts).toHaveLength(2);
  expect(before.deletedAt).not.toBeNull();
  await db.account.deleteMany();
  await replayAll(db);
  while ((await applyBatch(db, 50)).taken > 0);
  expect(await row(one)).toEqual(before);
});
