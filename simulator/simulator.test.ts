import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAttachment } from "./attachments";
import { addMessage, changeStatus } from "./happenings";
import { createAccount, createPerson } from "./people";
import { startSimulator } from "./simulator";
import type { Simulator } from "./simulator";
import type { VendorChat } from "./world";
import { addAccount, addChat } from "./world";

const nowMs = Date.parse("2026-03-02T09:00:00.000Z");
const secret = "a-secret-of-more-than-32-characters-x";

let receiver: Server;
let received: Record<string, unknown>[];
let simulator: Simulator;
let chat: VendorChat;

beforeEach(async () => {
  received = [];
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      if (chunks.length > 0) received.push(JSON.parse(Buffer.concat(chunks).toString("utf8")));
      response.writeHead(request.method === "POST" ? 200 : 405).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const webhookUrl = `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}/hook`;
  simulator = await startSimulator({ webhookUrl, headerName: "Postroom-Webhook-Secret", secret, now: () => nowMs });
  chat = addAnasChat(simulator);
});

afterEach(async () => {
  await simulator.stop();
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
});

function addAnasChat({ world }: Simulator): VendorChat {
  const { random } = world;
  const draft = {
    id: "wa",
    provider: "WHATSAPP",
    name: "Tandem Desk",
    phoneNumber: "447700900100",
    createdAt: "2025-03-02T09:00:00.000Z",
  } as const;
  const account = addAccount(world, createAccount(random, draft));
  const ana = createPerson(random, { name: "Ana Ribeiro", provider: "WHATSAPP" });
  const made = addChat(world, { account, people: [ana] });
  for (let minute = 0; minute < 5; minute += 1) {
    const at = new Date(nowMs - (60 - minute) * 60_000).toISOString();
    addMessage(world, { chat: made, sender: ana, at, text: `message ${String(minute)}` });
  }
  return made;
}

async function call(path: string, init: Omit<RequestInit, "headers"> & { headers?: Record<string, string> } = {}) {
  const answer = await fetch(`${simulator.url}/api/v1/${path}`, {
    ...init,
    headers: { "X-API-KEY": simulator.apiKey, ...init.headers },
  });
  return { status: answer.status, body: await answer.json() };
}

const asJson = (method: string, fields: unknown) => ({
  method,
  body: JSON.stringify(fields),
  headers: { "content-type": "application/json" },
});

describe("the vendor's API", () => {
  it("refuses a missing and a wrong key in the vendor's words", async () => {
    const answer = await fetch(`${simulator.url}/api/v1/accounts`);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({
      status: 401,
      type: "errors/missing_credentials",
      title: "Unauthorized",
    });
    expect(await call("accounts", { headers: { "X-API-KEY": "wrong" } })).toMatchObject({
      status: 401,
      body: { type: "errors/invalid_credentials" },
    });
  });

  it("lists accounts and shows one", async () => {
    expect((await call("accounts")).body).toMatchObject({
      object: "AccountList",
      items: [{ id: "wa", type: "WHATSAPP", sources: [{ status: "OK" }] }],
      cursor: null,
    });
    expect((await call("accounts/wa")).body).toMatchObject({
      object: "Account",
      connection_params: { im: { phone_number: "447700900100" } },
    });
    expect(await call("accounts/nobody")).toMatchObject({ status: 404, body: { type: "errors/resource_not_found" } });
  });

  it("lists chats, shows one with its last message and its attendees", async () => {
    expect((await call("chats?account_id=wa&unread=true")).body.items).toMatchObject([
      { id: chat.id, unread_count: 5, type: 0, name: null },
    ]);
    expect((await call("chats?account_id=other")).body.items).toEqual([]);
    expect((await call(`chats/${chat.id}`)).body).toMatchObject({ lastMessage: { text: "message 4", is_sender: 0 } });
    expect((await call(`chats/${encodeURIComponent(chat.providerId)}?account_id=wa`)).body.id).toBe(chat.id);
    const { items } = (await call(`chats/${chat.id}/attendees`)).body;
    expect(items).toMatchObject([
      { name: "Ana Ribeiro", is_self: 0 },
      { name: "Tandem Desk", is_self: 1 },
    ]);
  });

  it("pages through messages, newest first, and its cursor overrides the rest", async () => {
    const first = await call(`chats/${chat.id}/messages?limit=2`);
    expect(first.body.items.map(({ text }: { text: string }) => text)).toEqual(["message 4", "message 3"]);
    const second = await call(`chats/${chat.id}/messages?limit=200&cursor=${first.body.cursor}`);
    expect(second.body.items.map(({ text }: { text: string }) => text)).toEqual(["message 2", "message 1"]);
    const last = await call(`chats/${chat.id}/messages?cursor=${second.body.cursor}`);
    expect(last.body).toMatchObject({ items: [{ text: "message 0" }], cursor: null });
  });

  it("takes before and after as exclusive, and refuses a limit beyond 250", async () => {
    const [, third] = chat.messages;
    const path = `chats/${chat.id}/messages?before=${chat.messages[3]?.at ?? ""}&after=${third?.at ?? ""}`;
    expect((await call(path)).body.items).toMatchObject([{ text: "message 2" }]);
    expect(await call("messages?limit=251")).toMatchObject({
      status: 400,
      body: { type: "errors/invalid_parameters" },
    });
    expect(await call("messages?cursor=nonsense")).toMatchObject({ status: 400 });
  });

  it("takes a message as multipart, answers MessageSent, and tells of it by webhook", async () => {
    const form = new FormData();
    form.set("text", "Yes, from noon.");
    form.set("quote_id", chat.messages[0]?.id ?? "");
    form.append("attachments", new Blob(["Open daily."], { type: "text/plain" }), "hours.txt");
    const sent = await call(`chats/${chat.id}/messages`, { method: "POST", body: form });
    expect(sent).toMatchObject({ status: 201, body: { object: "MessageSent" } });
    await simulator.settled();
    expect(received).toMatchObject([
      {
        event: "message_received",
        message_id: sent.body.message_id,
        is_sender: 1,
        message: "Yes, from noon.",
        quoted: { text: "message 0" },
      },
    ]);
    const { body } = await call(`messages/${sent.body.message_id}`);
    const path = `messages/${body.id}/attachments/${encodeURIComponent(body.attachments[0].attachment_id)}`;
    const file = await fetch(`${simulator.url}/api/v1/${path}`, { headers: { "X-API-KEY": simulator.apiKey } });
    expect(await file.text()).toBe("Open daily.");
    expect(file.headers.get("content-type")).toBe("text/plain");
  });

  it("edits, deletes and reacts, each with its webhook", async () => {
    const form = new FormData();
    form.set("text", "Saturday at 9");
    const { body } = await call(`chats/${chat.id}/messages`, { method: "POST", body: form });
    expect((await call(`messages/${body.message_id}`, asJson("PATCH", { text: "Saturday at 10" }))).body).toEqual({
      object: "MessageEdited",
    });
    expect(
      (await call(`messages/${chat.messages[0]?.id ?? ""}/reaction`, asJson("POST", { reaction: "👍" }))).status,
    ).toBe(200);
    expect((await call(`messages/${body.message_id}`, { method: "DELETE" })).body).toEqual({
      object: "MessageDeleted",
    });
    await simulator.settled();
    expect(received.map(({ event }) => event).sort()).toEqual([
      "message_deleted",
      "message_edited",
      "message_reaction",
      "message_received",
    ]);
    expect((await call(`messages/${body.message_id}`)).body).toMatchObject({
      deleted: 1,
      edited: 1,
      text: "Saturday at 10",
    });
    expect((await call(`messages/${chat.messages[0]?.id ?? ""}`)).body.reactions).toMatchObject([
      { value: "👍", is_sender: true },
    ]);
  });

  it("refuses to write for a disconnected account or in a read-only chat", async () => {
    const form = new FormData();
    form.set("text", "Hello?");
    changeStatus(chat.account, "CREDENTIALS");
    expect(await call(`chats/${chat.id}/messages`, { method: "POST", body: form })).toMatchObject({
      status: 401,
      body: { type: "errors/disconnected_account" },
    });
    changeStatus(chat.account, "OK");
    chat.readOnly = 1;
    expect(await call(`chats/${chat.id}/messages`, { method: "POST", body: form })).toMatchObject({ status: 403 });
    expect(received).toEqual([]);
  });

  it("patches a chat's state", async () => {
    expect((await call(`chats/${chat.id}`, asJson("PATCH", { action: "setReadStatus", value: true }))).body).toEqual({
      object: "ChatPatched",
    });
    expect(chat.unreadCount).toBe(0);
    expect((await call(`chats/${chat.id}`, asJson("PATCH", { action: "constructor", value: true }))).status).toBe(400);
  });

  it("serves a portrait of a person", async () => {
    const path = `${simulator.url}/api/v1/chat_attendees/${chat.people[0]?.id ?? ""}/picture`;
    const answer = await fetch(path, { headers: { "X-API-KEY": simulator.apiKey } });
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
  });

  it("sends to webhooks made by the API too: only what they asked for, under their own name", async () => {
    const hook = {
      request_url: `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}/second`,
      source: "messaging",
      name: "Second",
    };
    const headers = [
      { key: "Content-Type", value: "application/json" },
      { key: "Postroom-Webhook-Secret", value: secret },
    ];
    const made = await call("webhooks", asJson("POST", { ...hook, headers }));
    expect(made).toMatchObject({ status: 201, body: { object: "WebhookCreated" } });
    await simulator.send({ event: "message_received", webhook_name: "Postroom messages" });
    await simulator.send({ event: "message_read", webhook_name: "Postroom messages" });
    await expect.poll(() => received.length).toBe(3);
    expect(received.map(({ webhook_name }) => webhook_name).sort()).toEqual([
      "Postroom messages",
      "Postroom messages",
      "Second",
    ]);
    expect((await call("webhooks")).body.items).toHaveLength(1);
    expect((await call(`webhooks/${made.body.webhook_id}`, { method: "DELETE" })).status).toBe(200);
    expect((await call(`webhooks/${made.body.webhook_id}`, { method: "DELETE" })).status).toBe(404);
  });

  it("answers an unknown path with 404 and another method with 405", async () => {
    expect((await call("nonsense")).status).toBe(404);
    expect((await call("accounts", { method: "DELETE" })).status).toBe(405);
    expect(await call(`chats/${chat.id}`, { method: "PATCH", body: "{" })).toMatchObject({ status: 400 });
  });
});

describe("attachments", () => {
  it.each([
    ["image", "ride.jpg", [0xff, 0xd8, 0xff]],
    ["image", "ride.png", [0x89, 0x50, 0x4e]],
    ["sticker", "wave", [0x89, 0x50, 0x4e]],
    ["gif", "wheel.gif", [0x47, 0x49, 0x46]],
    ["video", "ride.mp4", [0, 0, 0]],
    ["voice", "note", [0x52, 0x49, 0x46]],
    ["voice", "note.ogg", [0x4f, 0x67, 0x67]],
    ["file", "invoice.pdf", [0x25, 0x50, 0x44]],
    ["file", "bikes.csv", [0x22]],
    ["contact", "Hanna.vcf", [0x42, 0x45, 0x47]],
  ] as const)("of the kind %s (%s) have real bytes, as many as they say", (kind, name, begin) => {
    const attachment = createAttachment(simulator.world.random, { kind, name });
    const bytes = attachment.bytes();
    expect(bytes?.length).toBe(attachment.sizeBytes);
    expect([...(bytes ?? []).slice(0, begin.length)]).toEqual(begin);
  });

  it("that are gone have no bytes and no size", () => {
    const attachment = createAttachment(simulator.world.random, {
      kind: "image",
      name: "gone.jpg",
      isUnavailable: true,
    });
    expect([attachment.bytes(), attachment.sizeBytes]).toEqual([null, null]);
  });
});

describe("the demo", () => {
  it("tells its whole history, then goes on, and answers what is sent to it", async () => {
    const { webhookUrl, headerName } = {
      webhookUrl: `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}/hook`,
      headerName: "x",
    };
    const demo = await startSimulator({ webhookUrl, headerName, secret, demo: { paceMs: 20 } });
    await demo.demo?.told;
    const { sent, acked, givenUp } = demo.ledger.counts();
    expect(sent).toBeGreaterThan(1300);
    expect({ acked, givenUp }).toEqual({ acked: sent, givenUp: 0 });
    await expect.poll(() => demo.ledger.counts().sent).toBeGreaterThan(sent + 5);
    const asked = await fetch(`${demo.url}/api/v1/simulator/happenings`, {
      ...asJson("POST", { kind: "message" }),
      headers: { "X-API-KEY": demo.apiKey },
    });
    expect((await asked.json()).count).toBeGreaterThan(0);
    await demo.stop();
  });
});
