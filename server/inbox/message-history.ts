/**
 * What happened to one message: its deliveries read once more, beside what its rows say. Which line comes of what is
 * domain/message-history.ts; the deliveries as they came are for owners and admins.
 */
import { z } from "zod";
import type { MessageHistory, RawDelivery } from "@/domain/inbox";
import { toHistoryLines, type KeptDelivery } from "@/domain/message-history";
import { db } from "../db";
import { Prisma } from "../generated/client";
import { notFound } from "../http";
import { toEvent } from "../postpress/to-event";
import { instantOfRow, person } from "./chat-rows";
import { getMessage } from "./messages";

/** Of a message that more is told about, the newest are read. */
const mostDeliveries = 100;
/** All together; what lies beyond is not read again, for what it told is in the rows. */
const mostReadBytes = 16 * 1024 * 1024;
const mostShownBytes = 16 * 1024;

const chatRow = z.object({
  externalId: z.string(),
  accountExternalId: z.string(),
  isGroup: z.boolean(),
  readThroughAt: instantOfRow.nullable(),
  people: z.array(person.extend({ attendeeId: z.string(), externalId: z.string(), isSelf: z.boolean() })),
});
type ChatRow = z.infer<typeof chatRow>;

const deliveryRow = z.object({
  id: z.bigint().transform(String),
  receivedAt: instantOfRow,
  state: z.enum(["kept", "applied", "ignored", "quarantined"]),
  event: z.string().nullable(),
  contentType: z.string().nullable(),
  repeats: z.number(),
  sizeBytes: z.number(),
  body: z.instanceof(Uint8Array),
});
type DeliveryRow = z.infer<typeof deliveryRow>;

/** @throws Refusal 404 */
export async function getMessageHistory(chatId: string, messageId: string, isAdmin: boolean): Promise<MessageHistory> {
  const message = await getMessage(chatId, messageId);
  const [chat] = z.array(chatRow).parse(await db().$queryRaw(chatStatement(chatId)));
  if (chat === undefined) throw notFound();
  const found = await db().$queryRaw(deliveriesStatement(chat.accountExternalId, message.externalId));
  const rows = z.array(deliveryRow).parse(found).reverse();
  const lines = toHistoryLines({ ...chat, message, deliveries: rows.map((row) => toKept(row, chat)) });
  if (isAdmin) return { lines, deliveries: rows.map(toRaw) };
  const plain = lines.filter(({ kind }) => kind !== "unclear").map((line) => ({ ...line, deliveryIds: [] }));
  return { lines: plain, deliveries: [] };
}

function chatStatement(chatId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT c."externalId", a."externalId" AS "accountExternalId", c."isGroup", c."readThroughAt", (
      SELECT coalesce(json_agg(json_build_object('attendeeId', t."id", 'externalId', t."externalId", 'name', t."name",
        'aliases', t."aliases", 'isSelf', t."isSelf" OR t."aliases" && a."aliases") ORDER BY ca."sequence", t."id"), '[]')
      FROM "ChatAttendee" ca JOIN "Attendee" t ON t."id" = ca."attendeeId" WHERE ca."chatId" = c."id"
    ) AS "people"
    FROM "Chat" c JOIN "Account" a ON a."id" = c."accountId" WHERE c."id" = ${chatId}::uuid`;
}

/** By the index over the vendor's id of the message; another account may have the same id. Newest first. */
export function deliveriesStatement(accountExternalId: string, messageExternalId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT d."id", d."receivedAt", d."state", d."event", d."contentType", octet_length(d."body") AS "sizeBytes",
      CASE WHEN sum(octet_length(d."body")) OVER (ORDER BY d."id" DESC) <= ${mostReadBytes}::int THEN d."body"
        ELSE substring(d."body" FOR ${mostShownBytes}::int) END AS "body",
      (SELECT coalesce(sum(r."count"), 0)::int FROM "DeliveryRepeat" r WHERE r."repeatKey" = d."repeatKey") AS "repeats"
    FROM "Delivery" d
    WHERE d."messageExternalId" = ${messageExternalId} AND d."accountExternalId" = ${accountExternalId}
    ORDER BY d."id" DESC LIMIT ${mostDeliveries}`;
}

function toKept(row: DeliveryRow, chat: ChatRow): KeptDelivery {
  const { id, receivedAt, body, contentType, sizeBytes } = row;
  if (body.byteLength < sizeBytes) return { id, receivedAt, event: null };
  const reading = toEvent({ sequence: Number(id), receivedAt, body, contentType });
  const isAbout = reading.outcome === "event" && reading.subject.chatId === chat.externalId;
  return { id, receivedAt, event: isAbout ? reading.event : null };
}

function toRaw({ body, contentType: _contentType, ...row }: DeliveryRow): RawDelivery {
  const shown = new TextDecoder().decode(body.subarray(0, mostShownBytes));
  return { ...row, body: shown, isCut: row.sizeBytes > mostShownBytes };
}
