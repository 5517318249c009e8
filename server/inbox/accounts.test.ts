import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { totalUnread } from "@/domain/filter-counts";
import { db } from "../db";
import { addAccount, addChat, addMessage, minute } from "../example-rows";
import { listAccounts } from "./accounts";
import { chatsQuery } from "./chat-pages";
import { listChats } from "./chats";

const classic = "INBOX_LINKEDIN_CLASSIC";
const recruiter = "INBOX_LINKEDIN_RECRUITER";

beforeEach(async () => {
  await db().account.deleteMany();
});
afterAll(async () => {
  await db().$disconnect();
});

const read = { readSequence: 1_000_000n };
const waiting = { waitingSince: minute(1) };

/** Two LinkedIn inboxes and one that no folder was told of, WhatsApp, and an account in which nothing was written yet. */
async function accounts() {
  const linkedIn = await addAccount({ provider: "LINKEDIN" });
  const whatsapp = await addAccount();
  await addAccount({ provider: "TELEGRAM" });
  const told = [
    [linkedIn, { folder: classic, ...waiting }],
    [linkedIn, { folder: classic, ...read }],
    [linkedIn, { folder: recruiter, ...read, ...waiting }],
    [linkedIn, {}],
    [whatsapp, { ...waiting }],
    [whatsapp, { ...read }],
  ] as const;
  for (const [account, columns] of told) await addMessage(await addChat(account, columns));
  await addChat(whatsapp, { folder: "NOTHING_SAID_HERE" });
  return { linkedIn, whatsapp };
}

describe("the unread counts of accounts", () => {
  it("are told by folder, one that no message made visible left out", async () => {
    const { linkedIn, whatsapp } = await accounts();
    const { items } = await listAccounts();
    expect(items.find(({ id }) => id === linkedIn)?.folders).toEqual([
      { folder: "INBOX", unreadCount: 1 },
      { folder: classic, unreadCount: 1 },
      { folder: recruiter, unreadCount: 0 },
    ]);
    expect(items.find(({ id }) => id === whatsapp)?.folders).toEqual([{ folder: "INBOX", unreadCount: 1 }]);
    expect(items.find(({ provider }) => provider === "TELEGRAM")).toMatchObject({ folders: [], unreadCount: 0 });
  });

  it("add up: folders to their account, accounts to the whole, and to what the lists hold", async () => {
    await accounts();
    const { items } = await listAccounts();
    expect(items).toHaveLength(3);
    expect(totalUnread(items)).toBe(3);
    const held = async (query: object) =>
      (await listChats(chatsQuery.parse({ ...query, unread: "true" }))).items.length;
    expect(await held({})).toBe(3);
    for (const { id, folders, unreadCount } of items) {
      expect([id, totalUnread(folders)]).toEqual([id, unreadCount]);
      for (const { folder, unreadCount: count } of folders)
        expect([folder, await held({ accountId: id, folder })]).toEqual([folder, count]);
    }
  });
});

describe("the counts of views", () => {
  it("are what each view holds within the same filters", async () => {
    const { linkedIn } = await accounts();
    const counts = async (query: object) => (await listChats(chatsQuery.parse(query))).counts;
    expect(await counts({})).toEqual({ waiting: 3, all: 6 });
    expect(await counts({ view: "waiting", limit: "1" })).toEqual({ waiting: 3, all: 6 });
    expect(await counts({ unread: "true" })).toEqual({ waiting: 2, all: 3 });
    expect(await counts({ provider: "LINKEDIN" })).toEqual({ waiting: 2, all: 4 });
    expect(await counts({ accountId: linkedIn, folder: recruiter })).toEqual({ waiting: 1, all: 1 });
    expect(await counts({ provider: "X" })).toEqual({ waiting: 0, all: 0 });
  });

  it("go to a thousand and no further, also over several inboxes", async () => {
    const chatsIn = (account: string) => db().$executeRaw`
      INSERT INTO "Chat" ("id", "accountId", "externalId", "provider", "lastActivityAt", "waitingSince")
      SELECT gen_random_uuid(), ${account}::uuid, 'chat-' || n, 'WHATSAPP', now(), now() FROM generate_series(1, 600) n`;
    for (let count = 0; count < 2; count += 1) await chatsIn(await addAccount());
    const whole = { waiting: 1_000, all: 1_000 };
    expect((await listChats(chatsQuery.parse({}))).counts).toEqual(whole);
    expect((await listChats(chatsQuery.parse({ provider: "WHATSAPP" }))).counts).toEqual(whole);
  });
});
