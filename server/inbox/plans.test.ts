import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { db } from "../db";
import { Prisma } from "../generated/client";
import { accountsStatement } from "./accounts";
import { chatsQuery, firstPageStatement, pageStatement } from "./chat-pages";
import { detailStatement } from "./chats";
import { deliveriesStatement } from "./message-history";
import { hoursStatement } from "./rhythms";
import { messagesStatement } from "./message-rows";
import { messagesPage, messagesQuery } from "./message-pages";
import { chatOfPageStatement } from "./messages";

const chats = 6_000;
const perChat = 4;
const inBigChat = 5_000;
let account: string;
let chat: string;
let cursor: string;

beforeAll(async () => {
  await db().$executeRaw`
    INSERT INTO "Account" ("id", "externalId", "provider")
    SELECT gen_random_uuid(), 'account-' || n, (ARRAY['WHATSAPP', 'LINKEDIN', 'TELEGRAM'])[1 + n % 3] FROM generate_series(1, 12) n`;
  await db().$executeRaw`UPDATE "Account" SET "lastEventAt" = now() - interval '1 day'`;
  await db().$executeRaw`
    INSERT INTO "AccountHour" ("accountId", "hour")
    SELECT a."id", extract(epoch FROM now())::int / 3600 - n FROM "Account" a CROSS JOIN generate_series(1, 2000) n`;
  await db().$executeRaw`
    INSERT INTO "Attendee" ("id", "accountId", "externalId", "name", "aliases")
    SELECT gen_random_uuid(), a."id", 'attendee-' || n, 'Somebody ' || n, ARRAY[n || '@lid']
    FROM generate_series(1, 500) n CROSS JOIN "Account" a`;
  await db().$executeRaw`
    INSERT INTO "Chat" ("id", "accountId", "externalId", "provider", "folder", "lastActivityAt", "unreadCount", "waitingSince")
    SELECT gen_random_uuid(), a."id", 'chat-' || n, a."provider", CASE WHEN a."provider" = 'LINKEDIN' AND n % 8 < 4
      THEN 'INBOX_LINKEDIN_RECRUITER' ELSE 'INBOX' END, now() - n * interval '1 minute', CASE WHEN n % 10 = 0 THEN 1 ELSE 0 END,
      CASE WHEN n % 7 = 0 THEN now() - n * interval '1 minute' END
    FROM generate_series(1, ${chats}::int) n JOIN "Account" a ON a."externalId" = 'account-' || (1 + n % 12)
    ORDER BY md5(n::text)`; // rows lie in no order on the disk, as they do after a while
  await db().$executeRaw`
    INSERT INTO "ChatAttendee" ("chatId", "attendeeId", "sequence")
    SELECT c."id", t."id", 1 FROM "Chat" c
    JOIN "Attendee" t ON t."accountId" = c."accountId" AND t."externalId" = 'attendee-' || (1 + substring(c."externalId" FROM 6)::int % 500)`;
  await db().$executeRaw`
    INSERT INTO "Message" ("chatId", "id", "externalId", "text", "receivedAt", "sentAt", "arrivedSequence", "senderId", "direction",
      "isVisible", "isListed", "isCounted")
    SELECT c."id", gen_random_uuid(), 'message-' || n, 'Hello', now(), c."lastActivityAt" - n * interval '1 minute', n, m."attendeeId",
      'incoming', true, true, true
    FROM "Chat" c JOIN "ChatAttendee" m ON m."chatId" = c."id" CROSS JOIN LATERAL generate_series(0, CASE WHEN c."externalId" = 'chat-3000' THEN ${inBigChat}::int ELSE ${perChat}::int END) n`;
  await db().$executeRaw`
    UPDATE "Chat" c SET "lastMessageId" = m."id" FROM "Message" m WHERE m."chatId" = c."id" AND m."externalId" = 'message-0'`;
  await db().$executeRaw`
    INSERT INTO "Reaction" ("chatId", "messageId", "attendeeId", "emoji", "at", "sequence")
    SELECT m."chatId", m."id", m."senderId", '👍', m."sentAt", 1 FROM "Message" m WHERE m."externalId" IN ('message-0', 'message-1')`;
  await db().$executeRaw`
    INSERT INTO "Receipt" ("chatId", "messageId", "attendeeId", "at")
    SELECT m."chatId", m."id", m."senderId", m."sentAt" FROM "Message" m WHERE m."externalId" IN ('message-0', 'message-1')`;
  await db().$executeRaw`
    INSERT INTO "Attachment" ("chatId", "messageId", "externalId", "id", "place", "kind", "bodyRank", "at", "sequence")
    SELECT m."chatId", m."id", '#0', gen_random_uuid(), 0, 'image', 2, now(), 1 FROM "Message" m WHERE m."externalId" = 'message-1'`;
  await db().$executeRaw`
    INSERT INTO "Errand" ("kind", "accountExternalId", "chatExternalId", "state")
    SELECT 'first-sight', a."externalId", c."externalId", 'done' FROM "Chat" c JOIN "Account" a ON a."id" = c."accountId"`;
  await db().$executeRaw`VACUUM (ANALYZE)`;
  const middle = await db().chat.findFirstOrThrow({ where: { externalId: "chat-3000" } });
  account = middle.accountId;
  chat = middle.id;
  cursor = `all ${middle.lastActivityAt?.toISOString() ?? ""} ${chat}`;
}, 120_000);
afterAll(async () => {
  await db().$disconnect();
});

type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Plan Rows": number;
  "Actual Rows": number;
  "Actual Loops": number;
  "Total Cost": number;
  Plans?: Node[];
};
const plans = z.array(z.object({ "QUERY PLAN": z.array(z.object({ Plan: z.custom<Node>() })) }));

async function explain(statement: Prisma.Sql): Promise<Node[]> {
  const [row] = plans.parse(await db().$queryRaw(Prisma.sql`EXPLAIN (ANALYZE, FORMAT JSON) ${statement}`));
  const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)];
  return row ? nodes(row["QUERY PLAN"][0]!.Plan) : [];
}

const small = ["Account", "AccountLook"];
/** From this estimate on a server with PostgreSQL's defaults compiles a statement first, which takes longer than ours run. */
const jitAboveCost = 100_000;

async function expectByIndex(statement: Prisma.Sql, index: string) {
  const nodes = await explain(statement);
  const scans = nodes.filter(
    (node) => node["Node Type"] === "Seq Scan" && !small.includes(node["Relation Name"] ?? ""),
  );
  expect(scans.map((node) => node["Relation Name"])).toEqual([]);
  const sorted = nodes.filter((node) => node["Node Type"].includes("Sort")).flatMap(({ Plans = [] }) => Plans);
  const rowsOf = (node: Node) => Math.min(node["Plan Rows"], node["Actual Rows"]) * node["Actual Loops"];
  const large = sorted.filter((node) => rowsOf(node) > 500);
  expect(large).toEqual([]);
  expect(nodes[0]?.["Total Cost"]).toBeLessThan(jitAboveCost);
  expect(nodes.map((node) => node["Index Name"])).toContain(index);
}

describe("the list is read by its index, without a scan or sort of a whole table", () => {
  const cases: [name: string, query: () => object, index: string][] = [
    ["all", () => ({}), "Chat_listed_idx"],
    ["a deep page", () => ({ cursor }), "Chat_listed_idx"],
    ["one account", () => ({ accountId: account }), "Chat_listed_inbox_idx"],
    ["one provider", () => ({ provider: "TELEGRAM" }), "Chat_listed_inbox_idx"],
    ["one folder", () => ({ accountId: account, folder: "INBOX" }), "Chat_listed_inbox_idx"],
    ["a deep page of one folder", () => ({ accountId: account, folder: "INBOX", cursor }), "Chat_listed_inbox_idx"],
    ["unread", () => ({ unread: "true" }), "Chat_unread_idx"],
    ["unread of one account", () => ({ unread: "true", accountId: account }), "Chat_unread_inbox_idx"],
    ["unread of one provider", () => ({ unread: "true", provider: "TELEGRAM" }), "Chat_unread_inbox_idx"],
    ["waiting", () => ({ view: "waiting" }), "Chat_waiting_idx"],
    ["waiting at one account", () => ({ view: "waiting", accountId: account }), "Chat_waiting_inbox_idx"],
    ["waiting at one provider", () => ({ view: "waiting", provider: "LINKEDIN" }), "Chat_waiting_inbox_idx"],
    ["waiting and unread", () => ({ view: "waiting", unread: "true" }), "Chat_waiting_unread_idx"],
    [
      "waiting and unread of one provider",
      () => ({ view: "waiting", unread: "true", provider: "LINKEDIN" }),
      "Chat_waiting_unread_inbox_idx",
    ],
  ];
  it.each(cases)("%s", async (_, query, index) => {
    const asked = chatsQuery.parse(query());
    await expectByIndex(asked.cursor === undefined ? firstPageStatement(asked) : pageStatement(asked), index);
  });

  it("counts of accounts", async () => {
    await expectByIndex(accountsStatement, "Chat_unread_inbox_idx");
  });

  it("the hours of silent accounts", async () => {
    await expectByIndex(hoursStatement([account]), "AccountHour_pkey");
  });
});

it("the deliveries behind a message are read by their index", async () => {
  await db().$executeRaw`
    INSERT INTO "Delivery" ("sha256", "body", "state", "accountExternalId", "messageExternalId")
    SELECT '\\x00', '{}', 'applied', 'account-' || n % 12, 'message-' || n FROM generate_series(1, 5000) n`;
  await db().$executeRaw`ANALYZE "Delivery", "DeliveryRepeat"`;
  const nodes = await explain(deliveriesStatement("account-5", "message-5"));
  expect(nodes.map((node) => node["Index Name"])).toContain("Delivery_messageExternalId_id_idx");
});

describe("the conversation is read by its index, without a scan or sort of a whole table", () => {
  const place = ["2026-03-02T08:00:00.000Z", "message-5"] as const;
  const [here, there] = [place.join(" "), "2026-03-02T09:00:00.000Z message-9"];
  const cases: [name: string, query: object, target: typeof place | null][] = [
    ["the newest page", {}, null],
    ["an older page", { before: here }, null],
    ["a newer page", { after: here }, null],
    ["a span", { from: here, to: there, limit: 200 }, null],
    ["a span up to the end", { from: here, limit: 200 }, null],
    ["around a message", { around: "00000000-0000-4000-8000-000000000000" }, place],
    ["around a time", { at: "2026-03-02T08:00:00.000Z" }, place],
  ];
  it.each(cases)("%s", async (_, query, target) => {
    const { sql } = messagesPage(chat, messagesQuery.parse(query), target);
    await expectByIndex(messagesStatement(sql), "Message_visible_idx");
  });

  it("what is unread is found by arrival, a message by its key", async () => {
    await expectByIndex(chatOfPageStatement(chat, "unread"), "Message_unread_idx");
    await expectByIndex(chatOfPageStatement(chat, "00000000-0000-4000-8000-000000000000"), "Message_pkey");
  });

  it("the chat with its people", async () => {
    await expectByIndex(detailStatement(chat), "Message_visible_idx");
  });
});
