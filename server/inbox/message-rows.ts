/**
 * The statement that reads a page of messages with all that hangs on them, and its translation into the shape on the wire.
 * Which messages is the caller's; how several rows make one reaction or one history is domain/shown-message.ts.
 */
import { z } from "zod";
import { personName } from "@/domain/chat-list";
import { harmlessLine } from "@/domain/harmless-text";
import type { Attachment, Message } from "@/domain/inbox";
import { mentionedIn } from "@/domain/mentions";
import { readersOf } from "@/domain/readers";
import { asKnown, type KnownPeople } from "@/domain/same-person";
import { earlierTexts, editTime, messageState, shownReactions, shownText } from "@/domain/shown-message";
import { earlierOf } from "@/domain/state";
import { db } from "../db";
import { Prisma } from "../generated/client";
import { instantOfRow, person } from "./chat-rows";
import { attendeePictureUrl } from "./picture-urls";

const personRow = person.extend({ attendeeId: z.string(), isSelf: z.boolean() });
const reaction = personRow.extend({
  emoji: z.string().nullable(),
  at: instantOfRow,
  sequence: z.number(),
  isFetched: z.boolean(),
});
const receipt = personRow.extend({ at: instantOfRow.nullable() });

const attachment = z.object({
  id: z.string(),
  externalId: z.string(),
  kind: z.enum(["image", "video", "audio", "file", "card"]),
  mimetype: z.string().nullable(),
  name: z.string().nullable(),
  sizeBytes: z.number().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  durationSeconds: z.number().nullable(),
  isSticker: z.boolean(),
  isVoiceNote: z.boolean(),
  isGif: z.boolean(),
  isUnavailable: z.boolean(),
  cardKind: z.enum(["post", "meeting", "share", "contact", "profile"]).nullable(),
  linkUrl: z.string().nullable(),
});

const version = z.object({ text: z.string().nullable(), at: instantOfRow, sequence: z.number(), rank: z.number() });

const messageRow = z.object({
  /** on which side of the page's boundary it lies */
  half: z.enum(["older", "newer"]),
  id: z.string(),
  externalId: z.string(),
  direction: z.enum(["incoming", "outgoing"]),
  kind: z.enum(["message", "system"]),
  eventType: z.number().nullable(),
  text: z.string().nullable(),
  isUnsupported: z.boolean(),
  sentAt: instantOfRow,
  receivedAt: instantOfRow,
  editedAt: instantOfRow.nullable(),
  deletedAt: instantOfRow.nullable(),
  deliveredAt: instantOfRow.nullable(),
  readAt: instantOfRow.nullable(),
  isDelivered: z.boolean(),
  isRead: z.boolean(),
  reactionsFetched: z.object({ at: instantOfRow, sequence: z.number() }).nullable(),
  receipts: z.array(receipt).nullable(),
  versions: z.array(version),
  sender: person
    .extend({ id: z.string(), providerId: z.string().nullable(), profileUrl: z.string().nullable() })
    .nullable(),
  quoted: z
    .object({ messageId: z.string().nullable(), text: z.string().nullable(), sender: person.nullable() })
    .nullable(),
  reactions: z.array(reaction).nullable(),
  attachments: z.array(attachment).nullable(),
});
export type MessageRow = z.infer<typeof messageRow>;

/** What the messages of a page share. `other` is the one who is not us in a one-to-one chat, null in groups. */
export type ChatOfPage = {
  id: string;
  account: { id: string; name: string };
  readThroughAt: string | null;
  other: { id: string; name: string } | null;
};

/** `page`: rows of Message with their `half`, by one index. Oldest first. */
export async function selectMessages(page: Prisma.Sql): Promise<MessageRow[]> {
  return z.array(messageRow).parse(await db().$queryRaw(messagesStatement(page)));
}

export function messagesStatement(page: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT m."half", m."id", m."externalId", m."direction", m."kind", m."eventType", m."text", m."isUnsupported", m."sentAt",
      m."receivedAt", m."editedAt", m."deletedAt", m."deliveredAt", m."readAt", m."isDelivered", m."isRead",
      CASE WHEN m."editedAt" IS NULL AND m."bodyRank" < 3 THEN '[]' ELSE m."versions" END AS "versions",
      CASE WHEN m."reactionsFetchedAt" IS NOT NULL
        THEN json_build_object('at', m."reactionsFetchedAt", 'sequence', m."reactionsFetchedSequence") END AS "reactionsFetched",
      s."sender", q."quoted", r."reactions", rc."receipts", f."attachments"
    FROM (${page}) m
    JOIN "Chat" c ON c."id" = m."chatId"
    JOIN "Account" a ON a."id" = c."accountId"
    LEFT JOIN LATERAL (${senderOfMessage}) s ON true
    LEFT JOIN LATERAL (${quotedByMessage}) q ON true
    LEFT JOIN LATERAL (${reactionsOfMessage}) r ON true
    LEFT JOIN LATERAL (${receiptsOfMessage}) rc ON true
    LEFT JOIN LATERAL (${attachmentsOfMessage}) f ON true
    ORDER BY m."sentAt", m."externalId"`;
}

/** With a limit each sender is looked up by key; without one the planner may read all attendees. */
const senderOfMessage = Prisma.sql`
  SELECT json_build_object('id', t."id", 'name', t."name", 'aliases', t."aliases", 'providerId', t."providerId",
    'profileUrl', t."profileUrl") AS "sender"
  FROM "Attendee" t WHERE t."id" = m."senderId" LIMIT 1`;

/** What the vendor quoted, and who said it as far as we have the message or know the person. */
const quotedByMessage = Prisma.sql`
  SELECT json_build_object('messageId', CASE WHEN q."isVisible" THEN q."id" END, 'text', left(coalesce(m."quoted"->>'text', q."text"), 1000),
    'sender', (
      SELECT json_build_object('name', t."name", 'aliases', t."aliases")
      FROM "ChatAttendee" ca JOIN "Attendee" t ON t."id" = ca."attendeeId"
      WHERE ca."chatId" = m."chatId" AND (t."id" = q."senderId" OR q."senderId" IS NULL
        AND (t."externalId" = m."quoted"->>'senderExternalId' OR m."quoted"->>'senderExternalId' = ANY (t."aliases")))
      ORDER BY ca."sequence", t."id" LIMIT 1
    )) AS "quoted"
  FROM (SELECT 1) one
  LEFT JOIN "Message" q ON q."chatId" = m."chatId" AND q."externalId" = m."quoted"->>'externalId'
  WHERE jsonb_typeof(m."quoted") = 'object'`;

const reactionsOfMessage = Prisma.sql`
  SELECT json_agg(json_build_object('attendeeId', t."id", 'name', t."name", 'aliases', t."aliases", 'emoji', r."emoji", 'at', r."at",
    'sequence', r."sequence", 'isFetched', r."isFetched", 'isSelf', t."isSelf" OR t."aliases" && a."aliases")) AS "reactions"
  FROM "Reaction" r JOIN "Attendee" t ON t."id" = r."attendeeId"
  WHERE r."chatId" = m."chatId" AND r."messageId" = m."id"`;

const receiptsOfMessage = Prisma.sql`
  SELECT json_agg(json_build_object('attendeeId', t."id", 'name', t."name", 'aliases', t."aliases", 'at', r."at",
    'isSelf', t."isSelf" OR t."aliases" && a."aliases")) AS "receipts"
  FROM "Receipt" r JOIN "Attendee" t ON t."id" = r."attendeeId"
  WHERE r."chatId" = m."chatId" AND r."messageId" = m."id"`;

const attachmentsOfMessage = Prisma.sql`
  SELECT json_agg(json_build_object('id', f."id", 'externalId', f."externalId", 'kind', f."kind", 'mimetype', f."mimetype",
    'name', f."name", 'sizeBytes', f."sizeBytes", 'width', f."width", 'height', f."height", 'durationSeconds', f."durationSeconds",
    'isSticker', f."isSticker", 'isVoiceNote', f."isVoiceNote", 'isGif', f."isGif",
    'isUnavailable', f."isUnavailable", 'cardKind', f."cardKind", 'linkUrl', f."linkUrl") ORDER BY f."place", f."id")
    AS "attachments"
  FROM "Attachment" f WHERE f."chatId" = m."chatId" AND f."messageId" = m."id"`;

/** Who has to be looked up among the chat's people before the rows can be shown: the mentioned, and those known by an id alone. */
export function aliasesToKnow(rows: readonly MessageRow[]): string[] {
  const found = rows.flatMap((row) => {
    const texts = [row.text, row.quoted?.text ?? null, ...row.versions.map(({ text }) => text)];
    const nameless = [...(row.reactions ?? []), ...(row.receipts ?? [])].filter(({ name }) => name === null);
    return [...texts.flatMap(mentionedIn), ...nameless.flatMap(({ aliases }) => aliases)];
  });
  return [...new Set(found)];
}

/** @param known those whom `aliasesToKnow` asked for, as far as the chat has them */
export function toMessage(row: MessageRow, chat: ChatOfPage, known: KnownPeople): Message {
  const { id, externalId, direction, kind, eventType, isUnsupported, sentAt, receivedAt, deletedAt, deliveredAt } = row;
  const withNames = (text: string | null) => shownText(text, known);
  const readBy = readByOf(row, chat, known);
  const state = messageState({ ...row, readThroughAt: chat.readThroughAt });
  const reactions = (row.reactions ?? []).map((one) => asKnown(one, known));
  return {
    ...{ id, externalId, chatId: chat.id, direction, kind, eventType, isUnsupported, sentAt, receivedAt },
    ...{ deletedAt, deliveredAt, state, readBy },
    readAt: readBy.map(({ at }) => at).reduce(earlierOf, row.readAt),
    editedAt: editTime(row.editedAt, row.versions),
    sender: toSender(row, chat),
    text: withNames(row.text),
    versions: earlierTexts(row.versions, row.text).map(({ text, at }) => ({ text: withNames(text), at })),
    reactions: shownReactions(reactions, row.reactionsFetched).map(({ attendeeId, name, emoji, isSelf }) => ({
      emoji,
      attendee: { id: attendeeId, name },
      isSelf,
    })),
    quoted: toQuoted(row, withNames),
    attachments: (row.attachments ?? []).map(toAttachment),
  };
}

function readByOf(row: MessageRow, chat: ChatOfPage, known: KnownPeople): Message["readBy"] {
  const isRead =
    row.isRead || row.readAt !== null || messageState({ ...row, readThroughAt: chat.readThroughAt }) === "read";
  const receipts = (row.receipts ?? []).map((one) => asKnown(one, known));
  return readersOf({ ...row, isRead, receipts, account: chat.account, other: chat.other });
}

/** A message may come without a sender: of ours the account speaks, of theirs the one other person there is. */
function toSender(row: MessageRow, chat: ChatOfPage): Message["sender"] {
  if (row.sender) {
    const { id, providerId, profileUrl } = row.sender;
    return { id, name: personName(row.sender), providerId, profileUrl, pictureUrl: attendeePictureUrl(id) };
  }
  const speaker = row.direction === "outgoing" ? chat.account : (chat.other ?? { id: chat.id, name: personName(null) });
  const pictureUrl = row.direction === "incoming" && chat.other ? attendeePictureUrl(chat.other.id) : null;
  return { ...speaker, providerId: null, profileUrl: null, pictureUrl };
}

function toQuoted({ quoted }: MessageRow, withNames: (text: string | null) => string | null): Message["quoted"] {
  if (!quoted) return null;
  const { messageId, text, sender } = quoted;
  return { messageId, senderName: sender && personName(sender), text: withNames(text) };
}

/** An attachment that the vendor gave no id is kept under "#" and its place. */
function toAttachment(row: z.infer<typeof attachment>): Attachment {
  const externalId = row.externalId.startsWith("#") ? null : row.externalId;
  return {
    ...row,
    externalId,
    name: row.name === null ? null : harmlessLine(row.name),
    url: `/api/attachments/${row.id}`,
  };
}
