import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "../db";
import { env } from "../env";
import { applyBatch } from "../ingest/applier";
import { answerRequest } from "../ingest/door";
import { chatsQuery } from "./chat-pages";
import { listChats } from "./chats";
import { deliveriesQuery, listDeliveries, replay } from "./deliveries";
import { clearTestEvents, sendTestEvent } from "./test-event";
import { getWebhook } from "./webhook";

beforeEach(async () => {
  await db().account.deleteMany();
  await db().delivery.deleteMany();
});
afterAll(async () => {
  await db().$disconnect();
});

const list = (query: object = {}) => listDeliveries(deliveriesQuery.parse(query));

async function deliver(body: string): Promise<number> {
  const secret = env().POSTPRESS_WEBHOOK_SECRET[0] ?? "";
  const headers = { "Postroom-Webhook-Secret": secret, "Content-Type": "application/json" };
  const request = new Request("http://localhost:3000/api/webhooks/postpress", { method: "POST", headers, body });
  return (await answerRequest(request)).status;
}

const unknownEvent = () => JSON.stringify({ event: "message_framed", account_id: "wa-1", nonce: randomUUID() });

describe("the log of deliveries", () => {
  it("has every delivery in the state that it reached, newest first, and counts them all", async () => {
    expect(await deliver(unknownEvent())).toBe(200);
    expect(await deliver("{")).toBe(400);
    await sendTestEvent();
    await applyBatch(db(), 10);
    await deliver(unknownEvent());
    const { items, counts } = await list();
    expect(items.map(({ state }) => state)).toEqual(["kept", "applied", "quarantined", "ignored"]);
    expect(counts).toEqual({ kept: 1, applied: 1, quarantined: 1, ignored: 1 });
    expect(items[1]).toMatchObject({ event: "message_received", accountId: "dfXlh46vQYCsMbVarumWlg", problems: [] });
    expect(items[2]?.problems.length).toBeGreaterThan(0);
    expect((await list({ state: "ignored" })).items.map(({ id }) => id)).toEqual([items[3]?.id]);
  });

  it("has pages that neither skip nor repeat", async () => {
    for (let count = 0; count < 5; count += 1) await deliver(unknownEvent());
    const first = await list({ limit: "2" });
    const second = await list({ limit: "2", cursor: first.nextCursor });
    const third = await list({ limit: "2", cursor: second.nextCursor });
    const ids = [...first.items, ...second.items, ...third.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(5);
    expect(third.nextCursor).toBeNull();
  });

  it("reads one again, which changes nothing twice; an unknown one is a 404", async () => {
    await sendTestEvent();
    await applyBatch(db(), 10);
    const before = await listChats(chatsQuery.parse({}));
    expect(before.items).toHaveLength(1);
    const { items } = await list();
    expect(await replay(items[0]?.id ?? "")).toMatchObject({ id: items[0]?.id, state: "applied" });
    expect(await listChats(chatsQuery.parse({}))).toEqual(before);
    for (const id of ["999999999", "nonsense", "-1", "9".repeat(30)]) {
      await expect(replay(id)).rejects.toMatchObject({ details: { status: 404 } });
    }
  });
});

describe("the test event", () => {
  it("goes through the real door, shows as a chat of a test account, and can be sent again", async () => {
    expect((await getWebhook()).lastDeliveryAt).toBeNull();
    const { chatId } = await sendTestEvent();
    await sendTestEvent();
    await applyBatch(db(), 10);
    const [chat] = (await listChats(chatsQuery.parse({}))).items;
    expect(chat).toMatchObject({ id: chatId, account: { provider: "LINKEDIN" }, title: "Bastien postpress" });
    expect(chat?.lastMessage).toMatchObject({ preview: "You: Hello World!", direction: "outgoing" });
    expect(await db().account.findMany()).toMatchObject([{ isTest: true, name: expect.any(String) as string | null }]);
    expect(await db().message.count()).toBe(2);
    expect(Date.parse((await getWebhook()).lastDeliveryAt ?? "")).toBeGreaterThan(Date.now() - 60_000);
  });

  it("is cleared with its account, chats and deliveries, and nothing else", async () => {
    await sendTestEvent();
    await deliver(unknownEvent());
    await applyBatch(db(), 10);
    await clearTestEvents();
    expect([await db().account.count(), await db().chat.count(), await db().message.count()]).toEqual([0, 0, 0]);
    expect((await list()).counts).toEqual({ kept: 0, applied: 0, quarantined: 0, ignored: 1 });
    await clearTestEvents();
    await sendTestEvent();
    await applyBatch(db(), 10);
    expect((await listChats(chatsQuery.parse({}))).items).toHaveLength(1);
  });
});
