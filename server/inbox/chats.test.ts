import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "../db";
import { addAccount, addAttachment, addAttendee, addChat, addMessage, addReaction, minute } from "../example-rows";
import { chatsQuery } from "./chat-pages";
import { getChat, listChats } from "./chats";

const all = chatsQuery.parse({});

beforeEach(async () => {
  await db().account.deleteMany();
});
afterAll(async () => {
  await db().$disconnect();
});

async function onlyChat() {
  const { items } = await listChats(all);
  expect(items).toHaveLength(1);
  return items[0]!;
}

async function anasChat(told: Parameters<typeof addChat>[1] = {}) {
  const account = await addAccount({ name: "Tandem Desk", aliases: ["15550100"] });
  const desk = await addAttendee(account, { name: "Tandem Desk", isSelf: true });
  const ana = await addAttendee(account, { name: "Ana Ribeiro", aliases: ["1@lid", "+15550123"] });
  const chat = await addChat(account, { people: [desk, ana], ...told });
  return { account, desk, ana, chat };
}

describe("the list", () => {
  it("is empty without chats, and leaves out a chat that no message made visible", async () => {
    expect(await listChats(all)).toEqual({ items: [], nextCursor: null, counts: { waiting: 0, all: 0 } });
    await addChat(await addAccount());
    expect((await listChats(all)).items).toEqual([]);
  });

  it("shows a chat with its account, its title, its last message and what is unread", async () => {
    const { account, ana, chat } = await anasChat();
    await addMessage(chat, { senderId: ana, text: "Is it free?", sentAt: minute(1) });
    const message = await addMessage(chat, { senderId: ana, text: "Hello?", sentAt: minute(2) });
    expect(await onlyChat()).toMatchObject({
      id: chat,
      account: { id: account, provider: "WHATSAPP", name: "Tandem Desk" },
      title: "Ana Ribeiro",
      lastActivityAt: minute(2).toISOString(),
      unreadCount: 2,
      waitingSince: null,
      status: "open",
      lastMessage: {
        id: message,
        direction: "incoming",
        senderName: "Ana Ribeiro",
        preview: "Hello?",
        sentAt: minute(2).toISOString(),
        state: null,
      },
    });
  });

  it("takes the state of our message from its receipts and from the chat's mark", async () => {
    const { chat } = await anasChat({ readThroughAt: minute(3) });
    await addMessage(chat, { direction: "outgoing", sentAt: minute(2), text: "Yes." });
    expect((await onlyChat()).lastMessage).toMatchObject({
      preview: "You: Yes.",
      state: "read",
      senderName: "Tandem Desk",
    });
    await addMessage(chat, { direction: "outgoing", sentAt: minute(4), deliveredAt: minute(5) });
    expect((await onlyChat()).lastMessage?.state).toBe("delivered");
  });

  it("never titles a chat by us, even where only an alias tells it", async () => {
    const account = await addAccount({ aliases: ["ACoAAAdesk"] });
    const desk = await addAttendee(account, { name: "Tandem Desk", aliases: ["ACoAAAdesk"] });
    const ben = await addAttendee(account, { name: "Ben Osei" });
    await addMessage(await addChat(account, { people: [desk, ben] }));
    expect((await onlyChat()).title).toBe("Ben Osei");
  });

  it("previews attachments in their order", async () => {
    const { chat } = await anasChat();
    const messageId = await addMessage(chat, { text: null });
    await addAttachment({ chatId: chat, messageId }, { place: 1, kind: "file" });
    await addAttachment({ chatId: chat, messageId }, { place: 0 });
    expect((await onlyChat()).lastMessage?.preview).toBe("2 attachments");
  });

  it("previews what moves by itself and what a card shows by their own words", async () => {
    const { chat } = await anasChat();
    const gif = await addMessage(chat, { text: null, sentAt: minute(1) });
    await addAttachment({ chatId: chat, messageId: gif }, { kind: "video", isGif: true });
    expect((await onlyChat()).lastMessage?.preview).toBe("GIF");
    const contact = await addMessage(chat, { text: null, sentAt: minute(2) });
    await addAttachment({ chatId: chat, messageId: contact }, { kind: "card", cardKind: "contact" });
    expect((await onlyChat()).lastMessage?.preview).toBe("Contact");
  });

  it("has pages that neither skip nor repeat, also among equal times", async () => {
    const account = await addAccount();
    for (let index = 0; index < 7; index += 1) await addMessage(await addChat(account), { sentAt: minute(index % 2) });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listChats(chatsQuery.parse({ limit: "3", ...(cursor && { cursor }) }));
      seen.push(...page.items.map((chat) => chat.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });

  it("filters by account, folder, provider, unread and waiting, and by all of them at once", async () => {
    const linkedIn = await addAccount({ provider: "LINKEDIN" });
    const telegram = await addAccount({ provider: "TELEGRAM" });
    const recruiter = { folder: "INBOX_LINKEDIN_RECRUITER" };
    const waiting = { waitingSince: minute(1) };
    const read = await addChat(linkedIn, { ...recruiter, ...waiting, readSequence: 1_000_000n });
    const unread = await addChat(linkedIn, { ...recruiter, ...waiting });
    const classic = await addChat(linkedIn, waiting);
    const other = await addChat(telegram);
    for (const chat of [read, unread, classic, other]) await addMessage(chat);
    const ids = async (query: object) => (await listChats(chatsQuery.parse(query))).items.map((chat) => chat.id).sort();
    expect(await ids({ accountId: linkedIn })).toEqual([read, unread, classic].sort());
    expect(await ids({ accountId: linkedIn, ...recruiter })).toEqual([read, unread].sort());
    expect(await ids({ accountId: linkedIn, folder: "INBOX" })).toEqual([classic]);
    expect(await ids({ provider: "TELEGRAM" })).toEqual([other]);
    expect(await ids({ unread: "true" })).toEqual([unread, classic, other].sort());
    expect(await ids({ view: "waiting", provider: "LINKEDIN", unread: "true" })).toEqual([unread, classic].sort());
    const everything = { view: "waiting", unread: "true", accountId: linkedIn, provider: "LINKEDIN", ...recruiter };
    expect(await ids(everything)).toEqual([unread]);
    expect(await ids({ ...everything, provider: "TELEGRAM" })).toEqual([]);
    expect(await ids({ provider: "NOBODY" })).toEqual([]);
  });

  it("of several inboxes is in one order, with pages that neither skip nor repeat", async () => {
    const accounts = [await addAccount(), await addAccount(), await addAccount({ provider: "TELEGRAM" })];
    for (let index = 0; index < 12; index += 1) {
      const folder = index % 4 === 0 ? "INBOX_ARCHIVE" : "INBOX";
      await addMessage(await addChat(accounts[index % 3]!, { folder }), { sentAt: minute(index % 5) });
    }
    const wanted = (await listChats(all)).items.filter(({ account }) => account.provider === "WHATSAPP");
    expect(wanted).toHaveLength(8);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listChats(chatsQuery.parse({ provider: "WHATSAPP", limit: "3", ...(cursor && { cursor }) }));
      seen.push(...page.items.map((chat) => chat.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(wanted.map(({ id }) => id));
  });

  it("shows the waiting queue longest waiting first, with pages of its own", async () => {
    const account = await addAccount();
    const [first, second] = [await addChat(account), await addChat(account)];
    for (const chat of [first, second, await addChat(account)]) await addMessage(chat);
    await db().chat.update({ where: { id: first }, data: { waitingSince: minute(9) } });
    await db().chat.update({ where: { id: second }, data: { waitingSince: minute(5) } });
    const page = await listChats(chatsQuery.parse({ view: "waiting", limit: "1" }));
    expect(page.items.map((chat) => chat.id)).toEqual([second]);
    const next = chatsQuery.parse({ view: "waiting", cursor: page.nextCursor });
    expect(await listChats(next)).toMatchObject({ items: [{ id: first }], nextCursor: null, counts: null });
    const foreign = [page.nextCursor, "nonsense", "all yesterday x", `all ${minute(1).toISOString()} x`];
    for (const cursor of foreign)
      await expect(listChats(chatsQuery.parse({ cursor }))).rejects.toMatchObject({ details: { status: 400 } });
  });
});

describe("the preview of a reaction", () => {
  it("shows while it is newer than the last message, and not once it is taken back", async () => {
    const { ana, chat } = await anasChat();
    const messageId = await addMessage(chat, { direction: "outgoing", sentAt: minute(1), text: "Yes." });
    await addReaction({ chatId: chat, messageId, attendeeId: ana }, { emoji: "👍", at: minute(2) });
    expect((await onlyChat()).lastMessage?.preview).toBe("Ana Ribeiro reacted 👍");
    await db().reaction.updateMany({ data: { emoji: null, at: minute(3) } });
    expect((await onlyChat()).lastMessage?.preview).toBe("You: Yes.");
  });

  it("does not show when the same person, known by another attendee, took it back", async () => {
    const { account, ana, chat } = await anasChat();
    const twin = await addAttendee(account, { aliases: ["+15550123"] });
    const messageId = await addMessage(chat, { sentAt: minute(1), text: "Yes." });
    await addReaction({ chatId: chat, messageId, attendeeId: ana }, { emoji: "👍", at: minute(2) });
    await addReaction({ chatId: chat, messageId, attendeeId: twin }, { emoji: null, at: minute(3) });
    expect((await onlyChat()).lastMessage?.preview).toBe("Yes.");
  });

  it("does not show for a message that a reaction alone brought in", async () => {
    const { ana, chat } = await anasChat();
    await addMessage(chat, { sentAt: minute(1), text: "Yes." });
    const messageId = await addMessage(chat, { isListed: false, isCounted: false, sentAt: minute(0) });
    await addReaction({ chatId: chat, messageId, attendeeId: ana }, { emoji: "👍", at: minute(2) });
    expect((await onlyChat()).lastMessage?.preview).toBe("Yes.");
  });
});

describe("the preview of a reaction, once the vendor has listed them all", () => {
  async function listedAfter(people: (account: string, ana: string) => Promise<string[]>) {
    const { account, ana, chat } = await anasChat();
    const listed = { reactionsFetchedAt: minute(3), reactionsFetchedSequence: 1000n };
    const messageId = await addMessage(chat, { direction: "outgoing", sentAt: minute(1), text: "Yes.", ...listed });
    await addReaction({ chatId: chat, messageId, attendeeId: ana }, { emoji: "👍", at: minute(2) });
    for (const attendeeId of await people(account, ana)) {
      const place = { chatId: chat, messageId, attendeeId };
      await db().reaction.create({
        data: { ...place, emoji: "👍", at: minute(3), sequence: 1000n, isFetched: true },
      });
    }
    return (await onlyChat()).lastMessage?.preview;
  }

  it("stays when the list has it", async () => {
    const preview = await listedAfter(async (account) => [await addAttendee(account, { aliases: ["+15550123"] })]);
    expect(preview).toBe("Ana Ribeiro reacted 👍");
  });

  it("goes when the list has it no more, and a list alone makes none", async () => {
    expect(await listedAfter(() => Promise.resolve([]))).toBe("You: Yes.");
    await db().account.deleteMany();
    expect(await listedAfter(async (account) => [await addAttendee(account, { name: "Ben Osei" })])).toBe("You: Yes.");
  });
});

describe("a preview that mentions somebody", () => {
  it("names them, else says someone, and names nobody of another chat", async () => {
    const { account, chat } = await anasChat();
    const ben = await addAttendee(account, { name: "Ben Osei", aliases: ["7@lid"] });
    await addMessage(await addChat(account, { people: [ben] }), { sentAt: minute(0), text: "Hi {{7@lid}}" });
    await addMessage(chat, { sentAt: minute(1), text: "{{1@lid}} asked {{7@lid}}" });
    const { items } = await listChats(chatsQuery.parse({}));
    expect(items.map(({ lastMessage }) => lastMessage?.preview)).toEqual([
      "@Ana Ribeiro asked @someone",
      "Hi @Ben Osei",
    ]);
  });
});

describe("one chat", () => {
  it("tells its people in the order of first sight, and how far the team has read", async () => {
    const { desk, ana, chat } = await anasChat();
    const first = await addMessage(chat, { sentAt: minute(1) });
    await addMessage(chat, { sentAt: minute(2) });
    const { arrivedSequence } = await db().message.findFirstOrThrow({ where: { id: first } });
    await db().chat.update({ where: { id: chat }, data: { readSequence: arrivedSequence ?? 0n } });
    const detail = await getChat(chat);
    expect(detail.attendees.map(({ id, name, isSelf }) => ({ id, name, isSelf }))).toEqual([
      { id: desk, name: "Tandem Desk", isSelf: true },
      { id: ana, name: "Ana Ribeiro", isSelf: false },
    ]);
    expect(detail).toMatchObject({ readThroughMessageId: first, firstMessageAt: minute(1).toISOString() });
    expect(detail.attendees[0]).not.toHaveProperty("aliases");
  });

  it("is not there for an unknown or malformed id", async () => {
    for (const id of ["00000000-0000-4000-8000-000000000000", "nonsense", "\u0000"]) {
      await expect(getChat(id)).rejects.toMatchObject({ details: { status: 404 } });
    }
  });
});
