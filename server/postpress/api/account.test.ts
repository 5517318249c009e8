import { describe, expect, it } from "vitest";
import { toEvent } from "../to-event";
import { parseAccountId, toAccountBody } from "./account";
import { isChat, toChatBody } from "./chat";
import { parseSignIn } from "./links";

const receivedAt = "2026-03-02T12:00:00.000Z";
const read = (body: string) => toEvent({ sequence: 9, receivedAt, body: Buffer.from(body), contentType: null });
const whatsapp = {
  object: "Account",
  id: "wa-7Qd1",
  name: "Tandem Desk",
  type: "whatsapp",
  created_at: "2026-01-01T00:00:00.000Z",
  connection_params: { im: { phone_number: "15550100" } },
  sources: [{ id: "wa-7Qd1_MESSAGING", status: "OK" }],
};
const account = (told: object) => read(toAccountBody("wa-7Qd1", { ...whatsapp, ...told }));

describe("an account told by the API", () => {
  it("is its network, its own number, its name and its state", () => {
    expect(account({})).toMatchObject({
      outcome: "event",
      subject: { event: "api.account", accountId: "wa-7Qd1", chatId: null, messageId: null },
      event: {
        type: "account.fetched",
        account: { externalId: "wa-7Qd1", provider: "WHATSAPP", phoneNumber: "+15550100", userId: null },
        ...{ name: "Tandem Desk", since: "2026-01-01T00:00:00.000Z", state: "ok", rawState: "OK", sequence: 9 },
      },
    });
  });

  it("is as its worst source is, and of no state when none is told", () => {
    const sources = (...words: string[]) => ({ sources: words.map((status) => ({ id: "x", status })) });
    expect(account(sources("OK", "CREDENTIALS", "ERROR"))).toMatchObject({ event: { state: "reconnect" } });
    expect(account(sources("OK", "HIBERNATING"))).toMatchObject({
      event: { state: "unknown", rawState: "HIBERNATING" },
    });
    expect(account({ sources: "soon" })).toMatchObject({ event: { state: null, rawState: null } });
  });

  it("counts as removed when the vendor no longer has it", () => {
    expect(read(toAccountBody("wa-7Qd1", null))).toMatchObject({
      event: { state: "deleted", rawState: "DELETED", name: null, account: { externalId: "wa-7Qd1", provider: null } },
    });
  });

  it("is set aside with the field at fault when it cannot be read", () => {
    expect(account({ id: { of: "what" } })).toMatchObject({
      outcome: "quarantined",
      problems: [{ path: "account.id", message: "is not a string" }],
    });
    expect(parseAccountId({ id: 7 })).toBe("7");
    expect(parseAccountId("wa-7Qd1")).toBeNull();
  });
});

const ride = { id: "chat-1", account_id: "wa-7Qd1", provider_id: "12036@g.us", name: "Weekend ride", type: 1 };
const ana = { id: "att-ana", provider_id: "900@lid", name: "Ana Ribeiro", is_self: 0, profile_url: "" };
const desk = { id: "att-desk", provider_id: "15550100@s.whatsapp.net", name: "Tandem Desk", is_self: 1 };
const chat = (told: object) =>
  read(toChatBody({ provider: "WHATSAPP", chat: { ...ride, ...told }, attendees: [ana, desk, "nobody"] }));

describe("a chat told by the API", () => {
  it("is its name, its ids and its people, of whom one is us", () => {
    expect(chat({})).toMatchObject({
      subject: { event: "api.chat", accountId: "wa-7Qd1", chatId: "chat-1", messageId: null },
      event: {
        type: "chat.fetched",
        chat: { externalId: "chat-1", providerId: "12036@g.us", isGroup: true, title: "Weekend ride" },
        people: [
          { externalId: "att-ana", name: "Ana Ribeiro", isSelf: false, aliases: ["900@lid"] },
          { externalId: "att-desk", name: "Tandem Desk", isSelf: true },
        ],
      },
    });
  });

  it("has no title where it is no group: it is called as the other person is", () => {
    expect(chat({ type: 0 })).toMatchObject({ event: { chat: { isGroup: false, title: null } } });
  });

  it("is known for the one that was asked for", () => {
    expect([isChat(ride, "chat-1", "wa-7Qd1"), isChat(ride, "chat-2", "wa-7Qd1"), isChat([], "chat-1", "a")]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("what is told after a sign-in", () => {
  it.each([
    ['{"status":"RECONNECTED","account_id":"wa-7Qd1","name":"one-time"}', { hasFailed: false, accountId: "wa-7Qd1" }],
    ['{"status":"CREATION_FAIL","account_id":null,"name":"one-time"}', { hasFailed: true, accountId: null }],
  ])("%s is read", (text, told) => {
    expect(parseSignIn(text)).toEqual({ ...told, name: "one-time" });
  });

  it.each(["", "[]", '{"status":"RECONNECTED","account_id":"wa-7Qd1"}', "name=one"])("%j is nothing", (text) => {
    expect(parseSignIn(text)).toBeNull();
  });
});
