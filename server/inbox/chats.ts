/**
 * The list of chats and one chat, as pages and routes show them. Each list is one statement over one index; what the team has
 * read is changed in read-marks.ts.
 */
import { z } from "zod";
import { personName } from "@/domain/chat-list";
import type { ChatDetail, ChatPage } from "@/domain/inbox";
import { placeInList } from "@/domain/list-place";
import { db } from "../db";
import { Prisma } from "../generated/client";
import { notFound } from "../http";
import { firstPageStatement, pageStatement, type ChatsQuery } from "./chat-pages";
import { chatsOf, instantOfRow, person, selectChats, toChats } from "./chat-rows";
import { isVendorConfigured } from "../postpress/client";
import { attendeePictureUrl } from "./picture-urls";

const counts = z.object({ waiting: z.number(), all: z.number() });
const anyRow = z.looseObject({ id: z.string().nullable() });

/** Newest activity first; the waiting view longest waiting first. */
export async function listChats(query: ChatsQuery): Promise<ChatPage> {
  const isFirst = query.cursor === undefined;
  const statement = isFirst ? firstPageStatement(query) : pageStatement(query);
  const rows = z.array(anyRow).parse(await db().$queryRaw(statement));
  const chats = await toChats(rows.filter(({ id }) => id !== null));
  const items = chats.slice(0, query.limit);
  const last = items.at(-1);
  const nextCursor = chats.length > query.limit && last ? placeInList(query.view, last) : null;
  return { items, nextCursor, counts: isFirst ? counts.parse(rows[0]) : null };
}

const detailRow = z.object({
  attendees: z.array(
    person.extend({ id: z.string(), externalId: z.string(), profileUrl: z.string().nullable(), isSelf: z.boolean() }),
  ),
  readThroughMessageId: z.string().nullable(),
  firstMessageAt: instantOfRow.nullable(),
  mayHaveOlder: z.boolean(),
});

/** @throws Refusal 404 for a malformed id too, and for a chat that no message made visible yet */
export async function getChat(id: string): Promise<ChatDetail> {
  if (!z.guid().safeParse(id).success) throw notFound();
  const order = Prisma.sql`c."id"`;
  const which = Prisma.sql`c."id" = ${id}::uuid AND c."lastActivityAt" IS NOT NULL`;
  const [chat] = await selectChats(chatsOf({ which, order, limit: 1 }), order);
  if (!chat) throw notFound();
  const [detail] = z.array(detailRow).parse(await db().$queryRaw(detailStatement(id)));
  const attendees = (detail?.attendees ?? []).map(({ aliases, ...one }) => ({
    ...one,
    name: personName({ ...one, aliases }),
    pictureUrl: attendeePictureUrl(one.id),
  }));
  const { readThroughMessageId = null, firstMessageAt = null, mayHaveOlder = false } = detail ?? {};
  const canLoadOlder = mayHaveOlder && isVendorConfigured();
  return { ...chat, attendees, readThroughMessageId, firstMessageAt, canLoadOlder };
}

/** Everybody in the chat in the order of first sight, the last visible message below the team's mark, and when the first was sent. */
export function detailStatement(id: string): Prisma.Sql {
  return Prisma.sql`
    SELECT p."attendees", m."id" AS "readThroughMessageId", f."sentAt" AS "firstMessageAt",
      NOT a."isTest" AND NOT EXISTS (
        SELECT 1 FROM "Errand" e WHERE e."kind" = 'older' AND e."state" = 'done'
          AND e."accountExternalId" = a."externalId" AND e."chatExternalId" = c."externalId") AS "mayHaveOlder"
    FROM "Chat" c JOIN "Account" a ON a."id" = c."accountId"
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object(
        'id', t."id", 'externalId', t."externalId", 'name', t."name", 'aliases', t."aliases", 'profileUrl', t."profileUrl",
        'isSelf', t."isSelf" OR t."aliases" && a."aliases") ORDER BY ca."sequence", t."id"), '[]') AS "attendees"
      FROM "ChatAttendee" ca JOIN "Attendee" t ON t."id" = ca."attendeeId" WHERE ca."chatId" = c."id"
    ) p
    LEFT JOIN LATERAL (
      SELECT m."id" FROM "Message" m
      WHERE m."chatId" = c."id" AND m."isVisible" AND coalesce(m."arrivedSequence", 0) <= c."readSequence"
      ORDER BY m."sentAt" DESC, m."externalId" DESC LIMIT 1
    ) m ON true
    LEFT JOIN LATERAL (
      SELECT m."sentAt" FROM "Message" m WHERE m."chatId" = c."id" AND m."isVisible" ORDER BY m."sentAt", m."externalId" LIMIT 1
    ) f ON true
    WHERE c."id" = ${id}::uuid`;
}
