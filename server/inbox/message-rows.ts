/**
 * The statement that reads a page of messages with all that hangs on them, and its translation into the shape on the wire.
 * Which messages is the caller's; how several rows make one reaction or one history is domain/shown-message.ts.
 */
import { z } from "zod";
import { personName, type NamedPerson } from "@/domain/chat-list";
import type { Attachment, Message } from "@/domain/inbox";
import { earlierTexts, messageState, shownReactions, withMentions } from "@/domain/shown-message";
import { db } from "../db";
import { Prisma } from "../generated/client";
import { instantOfRow, person } from "./chat-rows";
import { attendeePictureUrl } from "./picture-urls";

const reaction = person.extend({
  attendeeId: z.string(),
  emoji: z.string().nullable(),
  at: instantOfRow,
  sequence: z.number(),
  isSelf: z.boolean(),
});

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
  versions: z.array(version),
  sender: person
    .extend({ id: z.string(), providerId: z.string().nullable(), profileUrl: z.string().nullable() })
    .nullable(),
  quoted: z
    .object({ messageId: z.string().nullable(), text: z.string().nullable(), sender: person.nullable() })
    .nullable(),
  reactions: z.array(reaction).nullable(),
  attachments: z.array(attachment).nullable(),
  mentioned: z.array(person).nullable(),
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
      m."receivedAt", m."editedAt", m."deletedAt", m."deliveredAt", m."readAt",
      CASE WHEN m."editedAt" IS NULL THEN '[]' ELSE m."versions" END AS "versions",
      s."sender", q."quoted", r."reactions", f."attachments", p."mentioned"
    FROM (${page}) m
    JOIN "Chat" c ON c."id" = m."chatId"
    JOIN "Account" a ON a."id" = c."accountId"
    LEFT JOIN LATERAL (${senderOfMessage}) s ON true
    LEFT JOIN LATERAL (${quotedByMessage}) q ON true
    LEFT JOIN LATERAL (${reactionsOfMessage}) r ON true
    LEFT JOIN LATERAL (${attachmentsOfMessage}) f ON true
    LEFT JOIN LATERAL (${mentionedInMessage}) p ON true
    ORDER BY m."sentAt", m."externalId"`;
}

/** With a limit each sender is looked up by key; without one the planner may read all attendees. */
const senderOfMessage = Prisma.sql`
  SELECT json_build_object('id', t."id", 'name', t."name", 'aliases', t."aliases", 'providerId', t."providerId",
    'profileUrl', t."profileUrl") AS "sender"
  FROM "Attendee" t WHERE t."id" = m."senderId" LIMIT 1`;

/** What the vendor quoted, and who said it as far as we have the message or know the person. */
const quotedByMessage = Prisma.sql`
  SELECT json_build_object('messageId', CASE WHEN q."isVisible" THEN q."id" END, 'text', coalesce(m."quoted"->>'text', q."text"),
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
    'sequence', r."sequence", 'isSelf', t."isSelf" OR t."aliases" && a."aliases")) AS "reactions"
  FROM "Reaction" r JOIN "Attendee" t ON t."id" = r."attendeeId"
  WHERE r."chatId" = m."chatId" AND r."messageId" = m."id"`;

const attachmentsOfMessage = Prisma.sql`
  SELECT json_agg(json_build_object('id', f."id", 'externalId', f."externalId", 'kind', f."kind", 'mimetype', f."mimetype",
    'name', f."name", 'sizeBytes', f."sizeBytes", 'width', f."width", 'height', f."height", 'durationSeconds', f."durationSeconds",
    'isSticker', f."isSticker", 'isVoiceNote', f."isVoiceNote", 'isGif', f."isGif",
    'isUnavailable', f."isUnavailable", 'cardKind', f."cardKind", 'linkUrl', f."linkUrl") ORDER BY f."place", f."id")
    AS "attachments"
  FROM "Attachment" f WHERE f."chatId" = m."chatId" AND f."messageId" = m."id"`;

const mentionedInMessage = Prisma.sql`
  SELECT json_agg(json_build_object('name', t."name", 'aliases', t."aliases")) AS "mentioned"
  FROM "ChatAttendee" ca JOIN "Attendee" t ON t."id" = ca."attendeeId"
  WHERE strpos(m."text", '{{') > 0 AND ca."chatId" = m."chatId"
    AND EXISTS (SELECT 1 FROM unnest(t."aliases") alias WHERE strpos(m."text", alias) > 0)`;

export function toMessage(row: MessageRow, chat: ChatOfPage): Message {
  const { id, externalId, direction, kind, eventType, isUnsupported, sentAt, receivedAt } = row;
  const { editedAt, deletedAt, deliveredAt, readAt } = row;
  const withNames = (text: string | null) => withMentions(text, (alias) => nameOf(alias, row.mentioned ?? []));
  return {
    ...{ id, externalId, chatId: chat.id, direction, kind, eventType, isUnsupported, sentAt, receivedAt },
    ...{ editedAt, deletedAt, deliveredAt, readAt },
    sender: toSender(row, chat),
    text: withNames(row.text),
    versions: earlierTexts(row.versions, row.text).map(({ text, at }) => ({ text: withNames(text), at })),
    state: messageState({ ...row, readThroughAt: chat.readThroughAt }),
    readBy: direction === "outgoing" && readAt !== null && chat.other ? [{ ...chat.other, at: readAt }] : [],
    reactions: shownReactions(row.reactions ?? []).map(({ attendeeId, emoji, isSelf, ...reactor }) => ({
      emoji,
      attendee: { id: attendeeId, name: personName(reactor) },
      isSelf,
    })),
    quoted: toQuoted(row, withNames),
    attachments: (row.attachments ?? []).map(toAttachment),
  };
}

function nameOf(alias: string, people: readonly NamedPerson[]): string | null {
  const mentioned = people.find((one) => one.aliases.includes(alias));
  return mentioned ? personName(mentioned) : null;
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
  return { ...row, externalId, url: `/api/attachments/${row.id}` };
}
