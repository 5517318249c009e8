import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { MessagePage } from "@/domain/inbox";
import { db } from "../db";
import { addAccount, addAttachment, addAttendee, addChat, addMessage, addReaction, minute } from "../example-rows";
import { listMessages, messagesQuery } from "./messages";

let account: string;
let desk: string;
let ana: string;
let chat: string;

beforeEach(async () => {
  await db().account.deleteMany();
  account = await addAccount({ name: "Tandem Desk", aliases: ["15550100@s.whatsapp.net"] });
  desk = await addAttendee(account, { name: "Tandem Desk", aliases: ["15550100@s.whatsapp.net"] });
  ana = await addAttendee(account, { name: "Ana Ribeiro", aliases: ["1@lid", "+15550123"], providerId: "1@lid" });
  chat = await addChat(account, { people: [desk, ana] });
});
afterAll(async () => {
  await db().$disconnect();
});

const list = (query: object = {}, id = chat) => listMessages(id, messagesQuery.parse(query));
const texts = (page: MessagePage) => page.items.map((message) => message.text);

async function onlyMessage() {
  const { items } = await list();
  expect(items).toHaveLength(1);
  return items[0]!;
}

async function addNumbered(count: number) {
  const ids = [];
  for (let index = 1; index <= count; index += 1) {
    ids.push(await addMessage(chat, { text: String(index), sentAt: minute(index) }));
  }
  return ids;
}

describe("a page of the conversation", () => {
  it("is the newest messages, oldest first; equal times go by the bytes of the vendor's id", async () => {
    for (const externalId of ["b", "a", "B", "é"])
      await addMessage(chat, { externalId, text: externalId, sentAt: minute(1) });
    await addMessage(chat, { text: "first", sentAt: minute(0) });
    await addMessage(chat, { text: "unseen", isVisible: false });
    expect(await list()).toMatchObject({ before: null, after: null });
    expect(texts(await list())).toEqual(["first", "B", "a", "b", "é"]);
  });

  it("leads to older pages and back, without gaps or repeats", async () => {
    await addNumbered(7);
    const newest = await list({ limit: "3" });
    expect(texts(newest)).toEqual(["5", "6", "7"]);
    expect(newest.after).toBeNull();
    const older = await list({ limit: "3", before: newest.before });
    expect(texts(older)).toEqual(["2", "3", "4"]);
    const oldest = await list({ limit: "3", before: older.before });
    expect(texts(oldest)).toEqual(["1"]);
    expect(oldest.before).toBeNull();
    const back = await list({ limit: "3", after: oldest.after });
    expect(texts(back)).toEqual(["2", "3", "4"]);
    expect(texts(await list({ limit: "3", after: back.after }))).toEqual(["5", "6", "7"]);
    expect((await list({ limit: "3", after: back.after })).after).toBeNull();
  });

  it("opens around a message, with cursors to both sides", async () => {
    const ids = await addNumbered(9);
    const page = await list({ limit: "4", around: ids[4] });
    expect(texts(page)).toEqual(["4", "5", "6", "7"]);
    expect(texts(await list({ before: page.before }))).toEqual(["1", "2", "3"]);
    expect(texts(await list({ after: page.after }))).toEqual(["8", "9"]);
    expect(await list({ around: ids[4] })).toMatchObject({ before: null, after: null });
  });

  it("refuses what cannot be", async () => {
    const foreign = await addMessage(await addChat(account));
    await addMessage(chat);
    const unknown = "00000000-0000-4000-8000-000000000000";
    for (const around of [foreign, unknown, "nonsense"]) {
      await expect(list({ around })).rejects.toMatchObject({ details: { status: 404 } });
    }
    for (const id of [unknown, "nonsense"])
      await expect(list({}, id)).rejects.toMatchObject({ details: { status: 404 } });
    await expect(list({ before: "nonsense" })).rejects.toMatchObject({ details: { status: 400 } });
    const nul = Buffer.from(JSON.stringify([minute(0).toISOString(), "a\u0000"])).toString("base64url");
    await expect(list({ before: nul })).rejects.toMatchObject({ details: { status: 400 } });
    await expect(list({ before: "x", after: "x" })).rejects.toMatchObject({ details: { status: 400 } });
  });
});

describe("a message", () => {
  it("says who sent it; without a sender it is the account's, or the other one's where there is one other", async () => {
    await addMessage(chat, { senderId: ana, text: "Is it free?" });
    expect(await onlyMessage()).toMatchObject({
      direction: "incoming",
      sender: { id: ana, name: "Ana Ribeiro", providerId: "1@lid" },
      state: null,
      readBy: [],
      versions: [],
      quoted: null,
    });
    await addMessage(chat, { direction: "outgoing", text: "Yes." });
    expect((await list()).items[1]).toMatchObject({ sender: { id: account, name: "Tandem Desk" }, state: "sent" });
    await addMessage(chat, { text: "Fine." });
    expect((await list()).items[2]?.sender).toMatchObject({ id: ana, name: "Ana Ribeiro" });
    await db().chat.update({ where: { id: chat }, data: { isGroup: true } });
    expect((await list()).items[2]?.sender.name).toBe("Unknown");
  });

  it("is read by the other one in a one-to-one chat, at the time of the receipt", async () => {
    await addMessage(chat, { direction: "outgoing", readAt: minute(9) });
    expect(await onlyMessage()).toMatchObject({
      state: "read",
      readBy: [{ id: ana, name: "Ana Ribeiro", at: minute(9).toISOString() }],
    });
    await db().chat.update({ where: { id: chat }, data: { isGroup: true } });
    expect(await onlyMessage()).toMatchObject({ state: "read", readBy: [] });
  });

  it("takes the chat's mark as a state, not as a time", async () => {
    await addMessage(chat, { direction: "outgoing", sentAt: minute(1) });
    await db().chat.update({ where: { id: chat }, data: { readThroughAt: minute(1) } });
    expect(await onlyMessage()).toMatchObject({ state: "read", readAt: null, readBy: [] });
  });

  it("keeps its text when it was deleted, and its earlier texts when it was edited", async () => {
    const versions = [
      { rank: 2, at: minute(1).toISOString(), sequence: 1, text: "at 9" },
      { rank: 1, at: minute(3).toISOString(), sequence: 3, text: "at 10" },
    ];
    await addMessage(chat, { text: "at 10", versions, deletedAt: minute(5) });
    expect(await onlyMessage()).toMatchObject({ text: "at 10", versions: [], deletedAt: minute(5).toISOString() });
    await db().message.updateMany({ data: { editedAt: minute(3) } });
    expect((await onlyMessage()).versions).toEqual([{ text: "at 9", at: minute(1).toISOString() }]);
  });

  it("has one reaction a person, however many attendees the vendor made of them", async () => {
    const messageId = await addMessage(chat);
    const twin = await addAttendee(account, { aliases: ["+15550123"] });
    const ownPhone = await addAttendee(account, { name: "Phone", isSelf: true });
    const react = (attendeeId: string, emoji: string | null, at: number) =>
      addReaction({ chatId: chat, messageId, attendeeId }, { emoji, at: minute(at) });
    await react(ana, "👍", 1);
    await react(twin, "❤️", 2);
    await react(desk, "🎉", 3);
    await react(ownPhone, null, 4);
    const { reactions } = await onlyMessage();
    expect(reactions.map(({ emoji, attendee, isSelf }) => [emoji, attendee.id, isSelf])).toEqual([["❤️", twin, false]]);
  });

  it("lists its attachments in their order, under addresses of ours", async () => {
    const messageId = await addMessage(chat, { text: null });
    await addAttachment({ chatId: chat, messageId }, { place: 1, externalId: "#1", kind: "file", name: "b.pdf" });
    await addAttachment(
      { chatId: chat, messageId },
      { place: 0, externalId: "ph-1", sizeBytes: 48_213n, width: 1280, height: 960 },
    );
    const { attachments } = await onlyMessage();
    expect(attachments).toMatchObject([
      { externalId: "ph-1", kind: "image", sizeBytes: 48_213, width: 1280, height: 960 },
      { externalId: null, kind: "file", name: "b.pdf", sizeBytes: null },
    ]);
    expect(attachments[0]?.url).toBe(`/api/attachments/${attachments[0]?.id ?? ""}`);
  });

  it("quotes a message that we have, or what the vendor told of one that we do not", async () => {
    const first = await addMessage(chat, { externalId: "m-1", senderId: ana, text: "Is it free?", sentAt: minute(1) });
    const quote = (externalId: string | null, text: string | null) => ({ externalId, senderExternalId: "1@lid", text });
    await addMessage(chat, { quoted: quote("m-1", null), sentAt: minute(2) });
    await addMessage(chat, { quoted: quote("m-unknown", "Long ago"), sentAt: minute(3) });
    const [, known, unknown] = (await list()).items;
    expect(known?.quoted).toEqual({ messageId: first, senderName: "Ana Ribeiro", text: "Is it free?" });
    expect(unknown?.quoted).toEqual({ messageId: null, senderName: "Ana Ribeiro", text: "Long ago" });
  });

  it("mentions by name, and never shows the digits of an id", async () => {
    await addMessage(chat, { text: "{{1@lid}} and {{2@lid}}" });
    expect((await onlyMessage()).text).toBe("@Ana Ribeiro and @someone");
  });
});
