/**
 * How far the team has read a chat. The mark is a sequence: what first arrived after it is new, whatever its provider time. The
 * unread count is derived again in the same transaction, under the lock that the applier takes for the chat.
 */
import { z } from "zod";
import type { ChatDetail } from "@/domain/inbox";
import { db } from "../db";
import { Prisma } from "../generated/client";
import { notFound } from "../http";
import { chatLockKey } from "../ingest/ids";
import { getChat } from "./chats";

export const readMark = z.strictObject({ messageId: z.guid().nullable() });

/** Read up to a message, in the order shown; null makes the newest of theirs unread again. @throws Refusal 404 */
export async function putReadMark(chatId: string, messageId: string | null): Promise<ChatDetail> {
  if (!z.guid().safeParse(chatId).success) throw notFound();
  await db().$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${chatLockKey(chatId)}::bigint)`;
    const changed = await transaction.$executeRaw(
      messageId === null ? unreadAgain(chatId) : readThrough(chatId, messageId),
    );
    if (changed === 0) throw notFound();
    await transaction.$executeRaw(recount(chatId));
  });
  return getChat(chatId);
}

/** Only ever raises. Of what lies before the message only theirs that count matter; the message itself may be any. */
function readThrough(chatId: string, messageId: string): Prisma.Sql {
  return Prisma.sql`
    UPDATE "Chat" c SET "readSequence" = GREATEST(c."readSequence", target."arrivedSequence", (
      SELECT max(m."arrivedSequence") FROM "Message" m
      WHERE m."chatId" = c."id" AND m."isCounted" AND m."direction" = 'incoming' AND m."arrivedSequence" > c."readSequence"
        AND m."isVisible" AND (m."sentAt", m."externalId") <= (target."sentAt", target."externalId")
    ))
    FROM "Message" target
    WHERE c."id" = ${chatId}::uuid AND target."chatId" = c."id" AND target."id" = ${messageId}::uuid AND target."isVisible"`;
}

/** Just below the newest arrival of theirs, but never above what is unread already. */
function unreadAgain(chatId: string): Prisma.Sql {
  return Prisma.sql`
    UPDATE "Chat" c SET "readSequence" = LEAST(c."readSequence", (
      SELECT max(m."arrivedSequence") - 1 FROM "Message" m
      WHERE m."chatId" = c."id" AND m."isCounted" AND m."direction" = 'incoming'
    ))
    WHERE c."id" = ${chatId}::uuid AND c."lastActivityAt" IS NOT NULL`;
}

function recount(chatId: string): Prisma.Sql {
  return Prisma.sql`
    UPDATE "Chat" c SET "unreadCount" = (
      SELECT count(*)::int FROM "Message" m
      WHERE m."chatId" = c."id" AND m."isCounted" AND m."direction" = 'incoming' AND m."arrivedSequence" > c."readSequence"
    )
    WHERE c."id" = ${chatId}::uuid`;
}
