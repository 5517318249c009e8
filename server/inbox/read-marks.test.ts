import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "../db";
import { addAccount, addChat, addMessage, minute } from "../example-rows";
import { listAccounts } from "./accounts";
import { getChat } from "./chats";
import { putReadMark } from "./read-marks";

let account: string;
let chat: string;

beforeEach(async () => {
  await db().account.deleteMany();
  account = await addAccount();
  chat = await addChat(account);
});
afterAll(async () => {
  await db().$disconnect();
});

describe("marking read", () => {
  it("reads up to the message in the order shown, and answers the chat as it is then", async () => {
    await addMessage(chat, { sentAt: minute(1) });
    const second = await addMessage(chat, { sentAt: minute(2) });
    const third = await addMessage(chat, { sentAt: minute(3) });
    expect((await getChat(chat)).unreadCount).toBe(3);
    expect(await putReadMark(chat, second)).toMatchObject({ unreadCount: 1, readThroughMessageId: second });
    expect(await putReadMark(chat, third)).toMatchObject({ unreadCount: 0, readThroughMessageId: third });
  });

  it("never lowers the mark", async () => {
    const first = await addMessage(chat, { sentAt: minute(1) });
    const second = await addMessage(chat, { sentAt: minute(2) });
    await putReadMark(chat, second);
    expect(await putReadMark(chat, first)).toMatchObject({ unreadCount: 0, readThroughMessageId: second });
  });

  it("takes along what arrived late but stands earlier", async () => {
    const early = await addMessage(chat, { sentAt: minute(5) });
    await addMessage(chat, { sentAt: minute(1) });
    expect(await putReadMark(chat, early)).toMatchObject({ unreadCount: 0 });
    await addMessage(chat, { sentAt: minute(2) });
    expect((await getChat(chat)).unreadCount).toBe(1);
  });

  it("may be set by a message of ours", async () => {
    await addMessage(chat, { sentAt: minute(1) });
    const ours = await addMessage(chat, { direction: "outgoing", sentAt: minute(2) });
    expect(await putReadMark(chat, ours)).toMatchObject({ unreadCount: 0, readThroughMessageId: ours });
  });

  it("leaves what does not count out of the number", async () => {
    const first = await addMessage(chat, { sentAt: minute(1) });
    await addMessage(chat, { sentAt: minute(2), isCounted: false });
    await addMessage(chat, { sentAt: minute(3), direction: "outgoing" });
    expect(await putReadMark(chat, first)).toMatchObject({ unreadCount: 0 });
  });
});

describe("marking unread", () => {
  it("makes the newest of theirs unread again, and only that", async () => {
    await addMessage(chat, { sentAt: minute(1) });
    const second = await addMessage(chat, { sentAt: minute(2) });
    const ours = await addMessage(chat, { direction: "outgoing", sentAt: minute(3) });
    await putReadMark(chat, ours);
    expect(await putReadMark(chat, null)).toMatchObject({ unreadCount: 1 });
    expect(await putReadMark(chat, second)).toMatchObject({ unreadCount: 0 });
  });

  it("changes nothing where more is unread already, or where they never wrote", async () => {
    await addMessage(chat, { sentAt: minute(1) });
    await addMessage(chat, { sentAt: minute(2) });
    expect(await putReadMark(chat, null)).toMatchObject({ unreadCount: 2 });
    const quiet = await addChat(account);
    await addMessage(quiet, { direction: "outgoing" });
    expect(await putReadMark(quiet, null)).toMatchObject({ unreadCount: 0 });
  });
});

describe("a mark that cannot be", () => {
  it("is refused for unknown, malformed and foreign ids, and changes nothing", async () => {
    await addMessage(chat);
    const foreign = await addMessage(await addChat(account));
    const unknown = "00000000-0000-4000-8000-000000000000";
    const attempts = [
      [chat, foreign],
      [chat, unknown],
      [unknown, null],
      ["nonsense", null],
      [await addChat(account), null],
    ] as const;
    for (const [id, messageId] of attempts) {
      await expect(putReadMark(id, messageId)).rejects.toMatchObject({ details: { status: 404 } });
    }
    expect((await getChat(chat)).unreadCount).toBe(1);
  });
});

describe("accounts", () => {
  it("count their chats that hold something unread", async () => {
    const other = await addAccount({ provider: "LINKEDIN", name: "Recruiter" });
    await addMessage(chat);
    await addMessage(chat);
    const read = await addChat(account);
    await putReadMark(read, await addMessage(read));
    const { items } = await listAccounts();
    expect(items.map(({ id, unreadCount }) => [id, unreadCount])).toEqual([
      [other, 0],
      [account, 1],
    ]);
    expect(items[0]).toMatchObject({ name: "Recruiter", provider: "LINKEDIN", state: "unknown", isTest: false });
    expect(items[0]).not.toHaveProperty("aliases");
  });
});
