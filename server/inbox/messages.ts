/**
 * A page of a conversation, in the order shown: provider time, then the vendor's id by bytes. One statement for the page and one
 * for its chat; what a row means is message-rows.ts.
 */
import { z } from "zod";
import { personName } from "@/domain/chat-list";
import type { MessagePage } from "@/domain/inbox";
import { db } from "../db";
import { Prisma } from "../generated/client";
import { notFound, Refusal } from "../http";
import { accountName, instantOfRow, person } from "./chat-rows";
import { cursorText, instant, pageLimit, parseCursor, toCursor } from "./cursor";
import { selectMessages, toMessage, type ChatOfPage, type MessageRow } from "./message-rows";

/** `around` is a message's id; the other two are cursors of a page. At most one of the three. */
export const messagesQuery = z.strictObject({
  before: cursorText.optional(),
  after: cursorText.optional(),
  around: z.string().max(64).optional(),
  limit: pageLimit,
});
export type MessagesQuery = z.infer<typeof messagesQuery>;

type Place = readonly [sentAt: string, externalId: string];
const place = z.tuple([
  instant,
  z
    .string()
    .max(2048)
    .regex(/^[^\u0000]*$/),
]);

/** The newest messages unless the query says otherwise; oldest first. @throws Refusal 404 */
export async function listMessages(chatId: string, query: MessagesQuery): Promise<MessagePage> {
  const { chat, target } = await getChatOfPage(chatId, query.around ?? null);
  const page = messagesPage(chatId, query, target);
  const rows = await selectMessages(page.sql);
  const older = rows.filter((row) => row.half === "older");
  const newer = rows.filter((row) => row.half === "newer");
  const shown = [...older.slice(Math.max(0, older.length - page.older)), ...newer.slice(0, page.newer)];
  return {
    items: shown.map((row) => toMessage(row, chat)),
    before: older.length > page.older || page.hasBefore ? cursorOf(shown[0]) : null,
    after: newer.length > page.newer || page.hasAfter ? cursorOf(shown.at(-1)) : null,
  };
}

function cursorOf(row: MessageRow | undefined): string | null {
  return row ? toCursor([row.sentAt, row.externalId]) : null;
}

type Page = { sql: Prisma.Sql; older: number; newer: number; hasBefore: boolean; hasAfter: boolean };

/** Each half is one walk along the index, with one row more than is shown: it tells whether there is more. */
export function messagesPage(chatId: string, query: MessagesQuery, target: Place | null): Page {
  const { before, after, limit } = query;
  if ([before, after, query.around].filter((one) => one !== undefined).length > 1) {
    const problems = [{ path: "around", message: "Use one of before, after and around." }];
    throw new Refusal({ status: 400, type: "invalid", title: "Some fields need a correction.", problems });
  }
  if (after !== undefined) {
    const sql = newerHalf(chatId, parseCursor(after, place), limit + 1);
    return { sql, older: 0, newer: limit, hasBefore: true, hasAfter: false };
  }
  if (target) {
    const older = Math.ceil(limit / 2);
    const newer = limit - older;
    const sql = Prisma.sql`(${olderHalf(chatId, upTo(target), older + 1)}) UNION ALL (${newerHalf(chatId, target, newer + 1)})`;
    return { sql, older, newer, hasBefore: false, hasAfter: false };
  }
  const bound = before === undefined ? Prisma.sql`true` : below(parseCursor(before, place));
  const sql = olderHalf(chatId, bound, limit + 1);
  return { sql, older: limit, newer: 0, hasBefore: false, hasAfter: before !== undefined };
}

const below = ([at, id]: Place) => Prisma.sql`(m."sentAt", m."externalId") < (${at}::timestamptz, ${id})`;
const upTo = ([at, id]: Place) => Prisma.sql`(m."sentAt", m."externalId") <= (${at}::timestamptz, ${id})`;

function olderHalf(chatId: string, bound: Prisma.Sql, limit: number): Prisma.Sql {
  return Prisma.sql`SELECT 'older' AS "half", m.* FROM "Message" m WHERE m."chatId" = ${chatId}::uuid AND m."isVisible" AND ${bound}
    ORDER BY m."sentAt" DESC, m."externalId" DESC LIMIT ${limit}`;
}

function newerHalf(chatId: string, [at, id]: Place, limit: number): Prisma.Sql {
  return Prisma.sql`SELECT 'newer' AS "half", m.* FROM "Message" m
    WHERE m."chatId" = ${chatId}::uuid AND m."isVisible" AND (m."sentAt", m."externalId") > (${at}::timestamptz, ${id})
    ORDER BY m."sentAt", m."externalId" LIMIT ${limit}`;
}

const chatRow = z.object({
  isGroup: z.boolean(),
  readThroughAt: instantOfRow.nullable(),
  accountId: z.string(),
  account: person.extend({ externalId: z.string() }),
  other: person.extend({ id: z.string() }).nullable(),
  targetAt: instantOfRow.nullable(),
  targetExternalId: z.string().nullable(),
});

/** The chat of a page, and the place of the message to show around. */
async function getChatOfPage(
  chatId: string,
  around: string | null,
): Promise<{ chat: ChatOfPage; target: Place | null }> {
  const ids = around === null ? [chatId] : [chatId, around];
  if (ids.some((id) => !z.guid().safeParse(id).success)) throw notFound();
  const found = await db().$queryRaw`
    SELECT c."isGroup", c."readThroughAt", a."id" AS "accountId", o."other", m."sentAt" AS "targetAt", m."externalId" AS "targetExternalId",
      json_build_object('name', a."name", 'aliases', a."aliases", 'externalId', a."externalId") AS "account"
    FROM "Chat" c JOIN "Account" a ON a."id" = c."accountId"
    LEFT JOIN "Message" m ON m."chatId" = c."id" AND m."id" = ${around}::uuid AND m."isVisible"
    LEFT JOIN LATERAL (
      SELECT json_build_object('id', t."id", 'name', t."name", 'aliases', t."aliases") AS "other"
      FROM "ChatAttendee" ca JOIN "Attendee" t ON t."id" = ca."attendeeId"
      WHERE ca."chatId" = c."id" AND NOT c."isGroup" AND NOT t."isSelf" AND NOT t."aliases" && a."aliases"
      ORDER BY t."name" IS NULL, ca."sequence", t."id" LIMIT 1
    ) o ON true
    WHERE c."id" = ${chatId}::uuid AND c."lastActivityAt" IS NOT NULL`;
  const [row] = z.array(chatRow).parse(found);
  if (!row) throw notFound();
  const { readThroughAt, other, targetAt, targetExternalId } = row;
  const target = targetAt !== null && targetExternalId !== null ? ([targetAt, targetExternalId] as const) : null;
  if (around !== null && target === null) throw notFound();
  const account = { id: row.accountId, name: accountName(row.account) };
  return {
    chat: { id: chatId, account, readThroughAt, other: other && { id: other.id, name: personName(other) } },
    target,
  };
}
