/**
 * The list of chats and one chat, as pages and routes show them. Each list is one statement over one index; what the team has
 * read is changed in read-marks.ts.
 */
import { z } from "zod";
import { personName } from "@/domain/chat-list";
import type { ChatDetail, ChatPage } from "@/domain/inbox";
import { views } from "@/domain/inbox-address";
import { db } from "../db";
import { Prisma } from "../generated/client";
import { notFound } from "../http";
import { instantOfRow, person, selectChats } from "./chat-rows";
import { attendeePictureUrl } from "./picture-urls";
import { cursorText, instant, pageLimit, parseCursor, toCursor } from "./cursor";

/** What `GET /api/chats` understands. Parameters of views that do not exist yet are refused, not ignored. */
export const chatsQuery = z
  .strictObject({
    view: z.enum(views).default("all"),
    provider: z
      .string()
      .regex(/^\w{1,64}$/)
      .optional(),
    accountId: z.guid().optional(),
    folder: z.string().min(1).max(200).optional(),
    unread: z.literal("true").optional(),
    cursor: cursorText.optional(),
    limit: pageLimit,
  })
  .refine(({ folder, accountId }) => folder === undefined || accountId !== undefined, {
    path: ["folder"],
    message: "A folder is one of an account: name its accountId too.",
  });
export type ChatsQuery = z.infer<typeof chatsQuery>;

const place = z.tuple([z.enum(views), instant, z.guid()]);

/** Newest activity first; the waiting view longest waiting first. */
export async function listChats(query: ChatsQuery): Promise<ChatPage> {
  const { which, order } = chatsPage(query);
  const chats = await selectChats(which, order, query.limit + 1);
  const items = chats.slice(0, query.limit);
  const last = items.at(-1);
  if (chats.length <= query.limit || !last) return { items, nextCursor: null };
  const at = query.view === "waiting" ? last.waitingSince : last.lastActivityAt;
  return { items, nextCursor: toCursor([query.view, at ?? last.lastActivityAt, last.id]) };
}

/** Written so that each filter meets its partial index; see the migration. */
export function chatsPage(query: ChatsQuery): { which: Prisma.Sql; order: Prisma.Sql } {
  const conditions = [Prisma.sql`true`];
  if (query.accountId) conditions.push(Prisma.sql`c."accountId" = ${query.accountId}::uuid`);
  if (query.folder) conditions.push(Prisma.sql`coalesce(c."folder", 'INBOX') = ${query.folder}`);
  if (query.provider) conditions.push(Prisma.sql`c."provider" = ${query.provider}`);
  if (query.unread) conditions.push(Prisma.sql`c."unreadCount" > 0`);
  if (query.view === "waiting") conditions.push(Prisma.sql`c."waitingSince" IS NOT NULL`);
  if (query.cursor) conditions.push(after(query.view, query.cursor));
  const order =
    query.view === "waiting" ? Prisma.sql`c."waitingSince", c."id"` : Prisma.sql`c."lastActivityAt" DESC, c."id" DESC`;
  return { which: Prisma.join(conditions, " AND "), order };
}

function after(view: ChatsQuery["view"], cursor: string): Prisma.Sql {
  const [, at, id] = parseCursor(
    cursor,
    place.refine(([own]) => own === view),
  );
  if (view === "waiting") return Prisma.sql`(c."waitingSince", c."id") > (${at}::timestamptz, ${id}::uuid)`;
  return Prisma.sql`(c."lastActivityAt", c."id") < (${at}::timestamptz, ${id}::uuid)`;
}

const detailRow = z.object({
  attendees: z.array(
    person.extend({ id: z.string(), externalId: z.string(), profileUrl: z.string().nullable(), isSelf: z.boolean() }),
  ),
  readThroughMessageId: z.string().nullable(),
  firstMessageAt: instantOfRow.nullable(),
});

/** @throws Refusal 404 for a malformed id too, and for a chat that no message made visible yet */
export async function getChat(id: string): Promise<ChatDetail> {
  if (!z.guid().safeParse(id).success) throw notFound();
  const [chat] = await selectChats(Prisma.sql`c."id" = ${id}::uuid`, Prisma.sql`c."id"`, 1);
  if (!chat) throw notFound();
  const [detail] = z.array(detailRow).parse(await db().$queryRaw(detailStatement(id)));
  const attendees = (detail?.attendees ?? []).map(({ aliases, ...one }) => ({
    ...one,
    name: personName({ ...one, aliases }),
    pictureUrl: attendeePictureUrl(one.id),
  }));
  const { readThroughMessageId = null, firstMessageAt = null } = detail ?? {};
  return { ...chat, attendees, readThroughMessageId, firstMessageAt };
}

/** Everybody in the chat in the order of first sight, the last visible message below the team's mark, and when the first was sent. */
export function detailStatement(id: string): Prisma.Sql {
  return Prisma.sql`
    SELECT p."attendees", m."id" AS "readThroughMessageId", f."sentAt" AS "firstMessageAt"
    FROM "Chat" c JOIN "Account" a ON a."id" = c."accountId"
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object(
        'id', t."id", 'externalId', t."externalId", 'name', t."name", 'aliases', t."aliases", 'profileUrl', t."profileUrl",
        'isSelf', t."isSelf" OR t."aliases" && a."aliases") ORDER BY ca."sequence", t."id"), '[]') AS "attendees"
      FROM "ChatAttendee" ca JOIN "Attendee" t ON t."id" = ca."attendeeId" WHERE ca."chatId" = c."id"
    ) p
    LEFT JOIN LATERAL (
      SELECT m."id" FROM "Message" m
      WHERE m."chatId" = c."id" AND m."isVisible" AND m."arrivedSequence" <= c."readSequence"
      ORDER BY m."sentAt" DESC, m."externalId" DESC LIMIT 1
    ) m ON true
    LEFT JOIN LATERAL (
      SELECT m."sentAt" FROM "Message" m WHERE m."chatId" = c."id" AND m."isVisible" ORDER BY m."sentAt", m."externalId" LIMIT 1
    ) f ON true
    WHERE c."id" = ${id}::uuid`;
}
