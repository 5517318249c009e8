/**
 * The statement that reads chats with everything a list row shows, and its translation into the shape on the wire. Which chats, in which
 * order, is the caller's; what the words are is domain/chat-list.ts.
 */
import { z } from "zod";
import { chatTitle, personName, phoneNumber, previewLine, type NamedPerson } from "@/domain/chat-list";
import type { Chat, Direction, MessagePreview } from "@/domain/inbox";
import { mentionedIn } from "@/domain/mentions";
import type { KnownPeople } from "@/domain/same-person";
import { messageState, shownText } from "@/domain/shown-message";
import { db } from "../db";
import { Prisma } from "../generated/client";
import { selectKnownPeople } from "./known-people";
import { attendeePictureUrl, chatPictureUrl } from "./picture-urls";

/** Of a row: an instant as ISO text, whether the driver gave a Date or SQL's json gave text. */
export const instantOfRow = z.coerce.date().transform((date) => date.toISOString());
export const person = z.object({ name: z.string().nullable(), aliases: z.array(z.string()) });

const attachment = z.object({
  kind: z.enum(["image", "video", "audio", "file", "card"]),
  isSticker: z.boolean(),
  isVoiceNote: z.boolean(),
  isGif: z.boolean(),
  cardKind: z.enum(["post", "meeting", "share", "contact", "profile"]).nullable(),
});

const lastMessage = z.object({
  id: z.string(),
  direction: z.enum(["incoming", "outgoing"]),
  kind: z.enum(["message", "system"]),
  eventType: z.number().nullable(),
  text: z.string().nullable(),
  isUnsupported: z.boolean(),
  isDeleted: z.boolean(),
  sentAt: instantOfRow,
  deliveredAt: instantOfRow.nullable(),
  readAt: instantOfRow.nullable(),
  isDelivered: z.boolean(),
  isRead: z.boolean(),
  sender: person.nullable(),
  attachments: z.array(attachment).nullable(),
});

const chatRow = z.object({
  id: z.string(),
  externalId: z.string(),
  title: z.string().nullable(),
  isGroup: z.boolean(),
  folder: z.string(),
  lastActivityAt: instantOfRow,
  unreadCount: z.number(),
  waitingSince: instantOfRow.nullable(),
  readThroughAt: instantOfRow.nullable(),
  accountId: z.string(),
  accountExternalId: z.string(),
  accountProvider: z.string(),
  accountName: z.string().nullable(),
  accountAliases: z.array(z.string()),
  others: z.array(person.extend({ id: z.string() })),
  lastMessage: lastMessage.nullable(),
  lastReaction: person.extend({ emoji: z.string(), at: instantOfRow, isSelf: z.boolean() }).nullable(),
});
type ChatRow = z.infer<typeof chatRow>;

/** Which chats, in which order: `which` and `order` are written on `c`, the chat. */
export type Selection = { which: Prisma.Sql; order: Prisma.Sql; limit: number };

const columns = Prisma.sql`c."id", c."accountId", c."externalId", c."title", c."isGroup", c."folder", c."lastActivityAt", c."lastMessageId",
  c."unreadCount", c."waitingSince", c."readThroughAt"`;

/** The first chats of all. */
export function chatsOf({ which, order, limit }: Selection): Prisma.Sql {
  return Prisma.sql`SELECT ${columns} FROM "Chat" c WHERE ${which} ORDER BY ${order} LIMIT ${limit}`;
}

/** The first chats of some inboxes (inboxes.ts): of the first of each, the first. */
export function chatsOfInboxes(inboxes: Prisma.Sql, { which, order, limit }: Selection): Prisma.Sql {
  const ofInbox = Prisma.sql`c."accountId" = i."accountId" AND c."folder" = i."folder"`;
  return Prisma.sql`
    WITH RECURSIVE "inbox" AS (${inboxes})
    SELECT ${columns} FROM "inbox" i
    CROSS JOIN LATERAL (${chatsOf({ which: Prisma.sql`${ofInbox} AND ${which}`, order, limit })}) c
    ORDER BY ${order} LIMIT ${limit}`;
}

/** @param chats made by one of the two above */
export async function selectChats(chats: Prisma.Sql, order: Prisma.Sql): Promise<Chat[]> {
  return toChats(await db().$queryRaw(chatsStatement(chats, order)));
}

/** Those whom previews mention are looked up first, for all rows at once. */
export async function toChats(found: unknown): Promise<Chat[]> {
  const rows = z.array(chatRow).parse(found);
  const mentions = rows.map(({ id, lastMessage }) => ({ id, aliases: mentionedIn(lastMessage?.text ?? null) }));
  const naming = mentions.filter(({ aliases }) => aliases.length > 0);
  const ids = naming.map(({ id }) => id);
  const knownIn = await selectKnownPeople(ids, [...new Set(naming.flatMap(({ aliases }) => aliases))]);
  return rows.map((row) => toChat(row, knownIn(row.id)));
}

/** One statement: a page of chats by one index, and for each of its rows a few look-ups by key. */
export function chatsStatement(chats: Prisma.Sql, order: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT c."id", c."externalId", c."title", c."isGroup", c."folder", c."lastActivityAt", c."unreadCount", c."waitingSince",
      c."readThroughAt", a."id" AS "accountId", a."externalId" AS "accountExternalId", a."provider" AS "accountProvider",
      coalesce(l."shortName", a."name") AS "accountName", a."aliases" AS "accountAliases", p."others", m."lastMessage", r."lastReaction"
    FROM (${chats}) c
    JOIN "Account" a ON a."id" = c."accountId"
    LEFT JOIN "AccountLook" l ON l."accountId" = a."id"
    CROSS JOIN LATERAL (${othersOfChat}) p
    LEFT JOIN LATERAL (${lastMessageOfChat}) m ON true
    LEFT JOIN LATERAL (${lastReactionOfChat}) r ON true
    ORDER BY ${order}`;
}

const othersOfChat = Prisma.sql`
  SELECT coalesce(json_agg(json_build_object('id', o."id", 'name', o."name", 'aliases', o."aliases") ORDER BY o."sequence", o."id"), '[]') AS "others"
  FROM (
    SELECT t."id", t."name", t."aliases", ca."sequence"
    FROM "ChatAttendee" ca JOIN "Attendee" t ON t."id" = ca."attendeeId"
    WHERE ca."chatId" = c."id" AND (c."title" IS NULL OR NOT c."isGroup") AND NOT t."isSelf" AND NOT t."aliases" && a."aliases"
    ORDER BY ca."sequence", t."id" LIMIT 3
  ) o`;

const lastMessageOfChat = Prisma.sql`
  SELECT m."sentAt", json_build_object(
    'id', m."id", 'direction', m."direction", 'kind', m."kind", 'eventType', m."eventType", 'text', left(m."text", 1000),
    'isUnsupported', m."isUnsupported", 'isDeleted', m."deletedAt" IS NOT NULL, 'sentAt', m."sentAt",
    'deliveredAt', m."deliveredAt", 'readAt', m."readAt", 'isDelivered', m."isDelivered", 'isRead', m."isRead",
    'sender', CASE WHEN s."id" IS NOT NULL THEN json_build_object('name', s."name", 'aliases', s."aliases") END,
    'attachments', (
      SELECT json_agg(json_build_object('kind', f."kind", 'isSticker', f."isSticker", 'isVoiceNote', f."isVoiceNote",
        'isGif', f."isGif", 'cardKind', f."cardKind") ORDER BY f."place")
      FROM "Attachment" f WHERE f."chatId" = m."chatId" AND f."messageId" = m."id"
    )) AS "lastMessage"
  FROM "Message" m LEFT JOIN "Attendee" s ON s."id" = m."senderId"
  WHERE m."chatId" = c."id" AND m."id" = c."lastMessageId"`;

/**
 * The newest reaction after the last message, unless the same person, under whatever attendee, reacted again or took it back, or a
 * later list of the message's reactions has it no more. A list itself tells no times, so it makes no preview.
 */
const lastReactionOfChat = Prisma.sql`
  SELECT json_build_object('emoji', r."emoji", 'at', r."at", 'name', t."name", 'aliases', t."aliases", 'isSelf', t."isSelf") AS "lastReaction"
  FROM "Reaction" r
  JOIN "Attendee" t ON t."id" = r."attendeeId"
  JOIN "Message" on_message ON on_message."chatId" = r."chatId" AND on_message."id" = r."messageId"
  WHERE r."chatId" = c."id" AND r."emoji" IS NOT NULL AND NOT r."isFetched" AND r."at" > m."sentAt" AND on_message."isListed" AND on_message."deletedAt" IS NULL
    AND NOT EXISTS (
      SELECT 1 FROM "Reaction" newer JOIN "Attendee" twin ON twin."id" = newer."attendeeId"
      WHERE newer."chatId" = r."chatId" AND newer."messageId" = r."messageId" AND newer."attendeeId" <> r."attendeeId"
        AND (newer."at", newer."sequence") > (r."at", r."sequence") AND NOT (newer."isFetched" AND newer."emoji" = r."emoji")
        AND (twin."aliases" && t."aliases" OR twin."isSelf" AND t."isSelf")
    )
    AND (on_message."reactionsFetchedAt" IS NULL
      OR (r."at", r."sequence") > (on_message."reactionsFetchedAt", on_message."reactionsFetchedSequence")
      OR EXISTS (
        SELECT 1 FROM "Reaction" listed JOIN "Attendee" twin ON twin."id" = listed."attendeeId"
        WHERE listed."chatId" = r."chatId" AND listed."messageId" = r."messageId" AND listed."emoji" = r."emoji"
          AND (listed."at", listed."sequence") = (on_message."reactionsFetchedAt", on_message."reactionsFetchedSequence")
          AND (twin."aliases" && t."aliases" OR twin."isSelf" AND t."isSelf")
      ))
  ORDER BY r."at" DESC, r."sequence" DESC LIMIT 1`;

function toChat(row: ChatRow, known: KnownPeople): Chat {
  const { id, externalId, isGroup, folder, lastActivityAt, unreadCount, waitingSince } = row;
  return {
    id,
    externalId,
    account: { id: row.accountId, provider: row.accountProvider, name: accountName(accountOf(row)) },
    title: chatTitle(row),
    pictureUrl: row.isGroup ? chatPictureUrl(row.id) : attendeePictureUrl(row.others[0]?.id ?? null),
    isGroup,
    lastActivityAt,
    unreadCount,
    folder,
    waitingSince,
    status: "open",
    snoozedUntil: null,
    assignee: null,
    labels: [],
    lastMessage: row.lastMessage && toPreview(row, row.lastMessage, known),
  };
}

function accountOf(row: ChatRow) {
  const { accountName: name, accountAliases: aliases, accountExternalId: externalId } = row;
  return { name, aliases, externalId };
}

/** An account without a name shows its phone number, else the vendor's id. */
export function accountName(account: NamedPerson & { externalId: string }): string {
  return account.name ?? phoneNumber(account.aliases) ?? account.externalId;
}

function toPreview(row: ChatRow, message: z.infer<typeof lastMessage>, known: KnownPeople): MessagePreview {
  const { id, direction, sentAt, sender, attachments, text } = message;
  const senderName = sender ? personName(sender) : speakerOf(row, direction);
  const reaction = row.lastReaction && { ...row.lastReaction, reactorName: personName(row.lastReaction) };
  const shown = { ...message, senderName, text: shownText(text, known), attachments: attachments ?? [] };
  const preview = previewLine({ isGroup: row.isGroup, message: shown, reaction });
  return {
    id,
    direction,
    senderName,
    preview,
    sentAt,
    state: messageState({ ...message, readThroughAt: row.readThroughAt }),
  };
}

/** Who a message without a sender is taken to be from. */
function speakerOf(row: ChatRow, direction: Direction): string {
  if (direction === "outgoing") return accountName(accountOf(row));
  return row.isGroup ? personName(null) : chatTitle(row);
}
