/**
 * A page of a conversation as pages and routes show it: one statement for its chat and for what the page stands around, one for the page.
 * Which messages that is, is message-pages.ts; what a row means is message-rows.ts.
 */
import { z } from "zod";
import { personName } from "@/domain/chat-list";
import type { Message, MessagePage } from "@/domain/inbox";
import { placeOf } from "@/domain/message-place";
import { db } from "../db";
import { Prisma } from "../generated/client";
import { notFound } from "../http";
import { accountName, instantOfRow, person } from "./chat-rows";
import { selectKnownPeople } from "./known-people";
import { messagesPage, type MessagesQuery, type Place } from "./message-pages";
import { aliasesToKnow, selectMessages, toMessage, type ChatOfPage, type MessageRow } from "./message-rows";

/** The newest messages unless the query says otherwise; oldest first. @throws Refusal 404 */
export async function listMessages(chatId: string, query: MessagesQuery): Promise<MessagePage> {
  const { chat, target, unread } = await getChatOfPage(chatId, query);
  const page = messagesPage(chatId, query, target);
  const rows = await selectMessages(page.sql);
  const older = rows.filter((row) => row.half === "older");
  const newer = rows.filter((row) => row.half === "newer");
  const shown = page.share(older.length, newer.length);
  const items = [...older.slice(older.length - shown.older), ...newer.slice(0, shown.newer)];
  const isCut = newer.length > shown.newer;
  const knownIn = await selectKnownPeople([chatId], aliasesToKnow(items));
  return {
    items: items.map((row) => toMessage(row, chat, knownIn(chatId))),
    before: older.length > shown.older || page.hasBefore ? (page.span?.from ?? cursorOf(items[0])) : null,
    after: isCut || page.hasAfter ? ((isCut ? null : page.span?.to) ?? cursorOf(items.at(-1))) : null,
    unread,
  };
}

/** One message as it stands in its conversation. @throws Refusal 404 for one of another chat too */
export async function getMessage(chatId: string, messageId: string): Promise<Message> {
  const { chat } = await getChatOfPage(chatId, { around: messageId });
  const [row] = await selectMessages(Prisma.sql`
    SELECT 'older' AS "half", m.* FROM "Message" m
    WHERE m."chatId" = ${chatId}::uuid AND m."id" = ${messageId}::uuid AND m."isVisible"`);
  if (!row) throw notFound();
  const knownIn = await selectKnownPeople([chatId], aliasesToKnow([row]));
  return toMessage(row, chat, knownIn(chatId));
}

function cursorOf(row: MessageRow | undefined): string | null {
  return row ? placeOf(row) : null;
}

const chatRow = z.object({
  isGroup: z.boolean(),
  readThroughAt: instantOfRow.nullable(),
  unreadCount: z.number(),
  accountId: z.string(),
  account: person.extend({ externalId: z.string() }),
  other: person.extend({ id: z.string() }).nullable(),
  targetId: z.string().nullable(),
  targetAt: instantOfRow.nullable(),
  targetExternalId: z.string().nullable(),
});
type ChatRow = z.infer<typeof chatRow>;

type Around = Pick<MessagesQuery, "around" | "at">;
type PageOfChat = { chat: ChatOfPage; target: Place | null; unread: MessagePage["unread"] };

/** The chat of a page, and the place to show around: null is the end. */
async function getChatOfPage(chatId: string, { around, at }: Around): Promise<PageOfChat> {
  const messageId = around === "unread" ? null : (around ?? null);
  requireIds(chatId, messageId);
  const [row] = z.array(chatRow).parse(await db().$queryRaw(chatOfPageStatement(chatId, around ?? null)));
  if (!row || (messageId !== null && row.targetId === null)) throw notFound();
  return {
    chat: toChatOfPage(chatId, row),
    target: at === undefined ? foundPlace(row) : [at, ""],
    unread: around === "unread" ? toUnread(row) : null,
  };
}

function requireIds(chatId: string, messageId: string | null): void {
  for (const id of [chatId, messageId]) if (id !== null && !z.guid().safeParse(id).success) throw notFound();
}

function toChatOfPage(id: string, { readThroughAt, other, accountId, account }: ChatRow): ChatOfPage {
  const desk = { id: accountId, name: accountName(account) };
  return { id, account: desk, readThroughAt, other: other && { id: other.id, name: personName(other) } };
}

function toUnread({ targetId, unreadCount }: ChatRow): MessagePage["unread"] {
  return targetId === null ? null : { firstId: targetId, count: unreadCount };
}

function foundPlace({ targetAt, targetExternalId }: ChatRow): Place | null {
  return targetAt === null || targetExternalId === null ? null : [targetAt, targetExternalId];
}

export function chatOfPageStatement(chatId: string, around: string | null): Prisma.Sql {
  return Prisma.sql`
    SELECT c."isGroup", c."readThroughAt", c."unreadCount", a."id" AS "accountId", o."other",
      m."id" AS "targetId", m."sentAt" AS "targetAt", m."externalId" AS "targetExternalId",
      json_build_object('name', a."name", 'aliases', a."aliases", 'externalId', a."externalId") AS "account"
    FROM "Chat" c JOIN "Account" a ON a."id" = c."accountId"
    LEFT JOIN LATERAL (${targetOfPage(around)}) m ON true
    LEFT JOIN LATERAL (
      SELECT json_build_object('id', t."id", 'name', t."name", 'aliases', t."aliases") AS "other"
      FROM "ChatAttendee" ca JOIN "Attendee" t ON t."id" = ca."attendeeId"
      WHERE ca."chatId" = c."id" AND NOT c."isGroup" AND NOT t."isSelf" AND NOT t."aliases" && a."aliases"
      ORDER BY t."name" IS NULL, ca."sequence", t."id" LIMIT 1
    ) o ON true
    WHERE c."id" = ${chatId}::uuid AND c."lastActivityAt" IS NOT NULL`;
}

/**
 * The message to show around. What is unread is found by arrival and then put in the order shown; OFFSET 0 keeps the planner from
 * walking the whole conversation in that order instead.
 */
function targetOfPage(around: string | null): Prisma.Sql {
  if (around === "unread") {
    return Prisma.sql`
      SELECT * FROM (
        SELECT m."id", m."sentAt", m."externalId" FROM "Message" m
        WHERE c."unreadCount" > 0 AND m."chatId" = c."id" AND m."isCounted" AND m."direction" = 'incoming'
          AND m."arrivedSequence" > c."readSequence" AND m."isVisible" OFFSET 0
      ) unread ORDER BY "sentAt", "externalId" LIMIT 1`;
  }
  return Prisma.sql`
    SELECT m."id", m."sentAt", m."externalId" FROM "Message" m
    WHERE m."chatId" = c."id" AND m."id" = ${around}::uuid AND m."isVisible"`;
}
