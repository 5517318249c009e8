import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { MessagePage } from "@/domain/inbox";
import { beginning } from "@/domain/message-place";
import { db } from "../db";
import {
  addAccount,
  addAttachment,
  addAttendee,
  addChat,
  addMessage,
  addReaction,
  addReceipt,
  minute,
} from "../example-rows";
import { messagesQuery } from "./message-pages";
import { listMessages } from "./messages";

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
    const here = `${minute(0).toISOString()} a`;
    const odd = [
      "nonsense",
      `${here}\u0000`,
      "2026-02-30T08:00:00.000Z a",
      here.slice(0, 24),
      `${here}${"x".repeat(3000)}`,
    ];
    for (const before of odd) expect([before, messagesQuery.safeParse({ before }).success]).toEqual([before, false]);
    expect(messagesQuery.safeParse({ to: here }).success).toBe(false);
    await expect(list({ before: here, after: here })).rejects.toMatchObject({ details: { status: 400 } });
    await expect(list({ from: here, around: "unread" })).rejects.toMatchObject({ details: { status: 400 } });
  });
});

describe("a page around a place", () => {
  it("is filled from the other side where one side has less", async () => {
    const ids = await addNumbered(9);
    expect(texts(await list({ limit: "5", around: ids[8] }))).toEqual(["5", "6", "7", "8", "9"]);
    expect(texts(await list({ limit: "5", around: ids[0] }))).toEqual(["1", "2", "3", "4", "5"]);
  });

  it("stands around a time, whether or not something was said then", async () => {
    await addNumbered(9);
    const at = (minutes: number) => list({ limit: "4", at: minute(minutes).toISOString() });
    expect(texts(await at(5))).toEqual(["3", "4", "5", "6"]);
    expect(texts(await at(5.5))).toEqual(["4", "5", "6", "7"]);
    expect(await at(-100)).toMatchObject({ before: null, after: expect.any(String) });
    expect(texts(await at(-100))).toEqual(["1", "2", "3", "4"]);
    expect(texts(await at(100))).toEqual(["6", "7", "8", "9"]);
    expect(await at(100)).toMatchObject({ before: expect.any(String), after: null });
  });
});

describe("a page around what is unread", () => {
  const around = (limit = "4") => list({ limit, around: "unread" });
  const readUpTo = (sequence: bigint | null) =>
    db().chat.update({ where: { id: chat }, data: { readSequence: sequence ?? 0n } });
  const sequenceOf = async (id: string) => (await db().message.findFirstOrThrow({ where: { id } })).arrivedSequence;

  it("stands around the first unread message and says where it is and how much follows", async () => {
    const ids = await addNumbered(5);
    await readUpTo(await sequenceOf(ids[4]!));
    const unread = await addNumbered(0);
    for (let index = 6; index <= 12; index += 1)
      unread.push(await addMessage(chat, { text: String(index), sentAt: minute(index) }));
    const page = await around();
    expect(texts(page)).toEqual(["5", "6", "7", "8"]);
    expect(page.unread).toEqual({ firstId: unread[0], count: 7 });
    expect(page).toMatchObject({ before: expect.any(String), after: expect.any(String) });
  });

  it("finds it by arrival: what came late stands first in the order shown", async () => {
    const ids = await addNumbered(6);
    await readUpTo(await sequenceOf(ids[5]!));
    await addMessage(chat, { text: "new", sentAt: minute(7) });
    const late = await addMessage(chat, { text: "late", sentAt: minute(2.5) });
    await addMessage(chat, { text: "ours", direction: "outgoing", sentAt: minute(1.5) });
    await addMessage(chat, { text: "counts for nothing", isCounted: false, sentAt: minute(1.7) });
    const page = await around();
    expect(page.unread).toEqual({ firstId: late, count: 2 });
    expect(texts(page)).toEqual(["2", "late", "3", "4"]);
  });

  it("is the newest page where nothing is unread", async () => {
    const ids = await addNumbered(6);
    await readUpTo(await sequenceOf(ids[5]!));
    await db().chat.update({ where: { id: chat }, data: { unreadCount: 0 } });
    expect(await around()).toMatchObject({ after: null, unread: null });
    expect(texts(await around())).toEqual(["3", "4", "5", "6"]);
    expect(await list()).toMatchObject({ unread: null });
  });
});

describe("a span", () => {
  const placeOfMinute = (minutes: number, id: string) => `${minute(minutes).toISOString()} ${id}`;

  it("is everything between two places, both included, and keeps its ends whatever stands there", async () => {
    for (let index = 1; index <= 6; index += 1)
      await addMessage(chat, { externalId: `m-${String(index)}`, text: String(index), sentAt: minute(index) });
    const span = { from: placeOfMinute(2, "m-2"), to: placeOfMinute(4, "m-4") };
    expect(texts(await list(span))).toEqual(["2", "3", "4"]);
    expect(await list(span)).toMatchObject({ before: span.from, after: span.to });
    await db().message.deleteMany({ where: { externalId: { in: ["m-2", "m-4"] } } });
    await addMessage(chat, { text: "late", sentAt: minute(3.5) });
    expect(texts(await list(span))).toEqual(["3", "late"]);
    expect(await list(span)).toMatchObject({ before: span.from, after: span.to });
  });

  it("goes from the beginning and to the end when it says so", async () => {
    await addNumbered(3);
    const whole = await list({ from: beginning });
    expect(texts(whole)).toEqual(["1", "2", "3"]);
    expect(whole).toMatchObject({ before: null, after: null });
  });

  it("that holds more than a page is cut, and says where", async () => {
    for (let index = 1; index <= 6; index += 1)
      await addMessage(chat, { externalId: `m-${String(index)}`, text: String(index), sentAt: minute(index) });
    const page = await list({ from: placeOfMinute(2, "m-2"), limit: "2" });
    expect(texts(page)).toEqual(["2", "3"]);
    expect(page.after).toBe(placeOfMinute(3, "m-3"));
    expect(texts(await list({ after: page.after }))).toEqual(["4", "5", "6"]);
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
    const anasReceipt = { id: ana, name: "Ana Ribeiro", at: null };
    expect(await onlyMessage()).toMatchObject({ state: "read", readAt: null, readBy: [anasReceipt] });
  });

  it("in a group names those who have read it, also one whom the vendor tells by an id alone, and never us", async () => {
    await db().chat.update({ where: { id: chat }, data: { isGroup: true } });
    const ben = await addAttendee(account, { name: "Ben Osei", aliases: ["2@lid"] });
    await db().chatAttendee.create({ data: { chatId: chat, attendeeId: ben, sequence: 3n } });
    const messageId = await addMessage(chat, { direction: "outgoing", isRead: true });
    const bensId = await addAttendee(account, { externalId: "2@lid", aliases: ["2@lid"] });
    const stranger = await addAttendee(account, { externalId: "3@lid", aliases: ["3@lid"] });
    await addReceipt({ chatId: chat, messageId, attendeeId: stranger }, null);
    await addReceipt({ chatId: chat, messageId, attendeeId: bensId }, minute(9));
    await addReceipt({ chatId: chat, messageId, attendeeId: desk }, minute(1));
    expect(await onlyMessage()).toMatchObject({
      state: "read",
      readAt: minute(9).toISOString(),
      readBy: [
        { id: ben, name: "Ben Osei", at: minute(9).toISOString() },
        { id: stranger, name: "Unknown", at: null },
      ],
    });
  });

  it("of theirs says that it was read on another device of ours", async () => {
    await addMessage(chat, { readAt: minute(4) });
    expect(await onlyMessage()).toMatchObject({
      state: null,
      readBy: [{ id: account, name: "Tandem Desk", at: minute(4).toISOString() }],
    });
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
    expect(reactions.map(({ emoji, attendee, isSelf }) => [emoji, attendee.id, isSelf])).toEqual([["❤️", ana, false]]);
  });

  it("has the reactions of the vendor's latest list, those that came after it, and no others", async () => {
    const listedAt = { reactionsFetchedAt: minute(5), reactionsFetchedSequence: 1000n };
    const messageId = await addMessage(chat, listedAt);
    const anasId = await addAttendee(account, { externalId: "1@lid", aliases: ["1@lid"] });
    const ben = await addAttendee(account, { name: "Ben Osei" });
    const place = { chatId: chat, messageId };
    await addReaction({ ...place, attendeeId: ben }, { emoji: "🎉", at: minute(4) });
    await addReaction({ ...place, attendeeId: desk }, { emoji: "❤️", at: minute(6) });
    await db().reaction.create({
      data: { ...place, attendeeId: anasId, emoji: "👍", at: minute(5), sequence: 1000n, isFetched: true },
    });
    const { reactions } = await onlyMessage();
    expect(reactions.map(({ emoji, attendee, isSelf }) => [emoji, attendee.name, isSelf])).toEqual([
      ["👍", "Ana Ribeiro", false],
      ["❤️", "Tandem Desk", true],
    ]);
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

  it("mentions by name in its text, its earlier texts and what it quotes, and never shows the digits of an id", async () => {
    const versions = [{ rank: 2, at: minute(1).toISOString(), sequence: 1, text: "Ask {{1@lid}}" }];
    const quoted = { externalId: null, senderExternalId: null, text: "Where is {{1@lid}}?" };
    await addMessage(chat, { text: "{{1@lid}} and {{2@lid}}", editedAt: minute(2), versions, quoted });
    const message = await onlyMessage();
    expect(message.text).toBe("@Ana Ribeiro and @someone");
    expect(message.versions.map(({ text }) => text)).toEqual(["Ask @Ana Ribeiro"]);
    expect(message.quoted?.text).toBe("Where is @Ana Ribeiro?");
  });

  it("was edited when asking the vendor found it so, if no edit was told", async () => {
    const found = { rank: 4, at: minute(7).toISOString(), sequence: 9, text: "at 10" };
    const received = { rank: 2, at: minute(1).toISOString(), sequence: 1, text: "at 9" };
    await addMessage(chat, { text: "at 10", bodyRank: 4, versions: [received, found] });
    expect(await onlyMessage()).toMatchObject({
      editedAt: minute(7).toISOString(),
      versions: [{ text: "at 9", at: minute(1).toISOString() }],
    });
  });
});
