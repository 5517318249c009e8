/**
 * Rows for tests of what reads the tables: each builder writes one row and takes what a test cares about. Nothing in the product
 * imports this file; how rows come about from deliveries is the applier's.
 */
import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import type { Role } from "@/domain/permissions";
import { db } from "./db";
import { env } from "./env";
import type { Prisma } from "./generated/client";
import { cookieName } from "./team/session-cookie";
import { startSession } from "./team/sessions";

const firstMinuteMs = Date.parse("2026-03-02T08:00:00.000Z");
let sequence = 0n;

/** `minutes` after the story began. */
export function minute(minutes: number): Date {
  return new Date(firstMinuteMs + minutes * 60_000);
}

export async function addUser(told: { role?: Role; email?: string; passwordHash?: string } = {}): Promise<string> {
  const email = told.email ?? `${randomUUID()}@tandem.example`;
  return (await db().user.create({ data: { email, name: "Ines Moreau", role: "agent", ...told } })).id;
}

/** The `Cookie` header of somebody who has just signed in. */
export async function signIn(userId: string): Promise<string> {
  const signInId = await startSession(userId);
  const token = await encode({ token: { sub: userId, signInId }, secret: env().NEXTAUTH_SECRET });
  return `${cookieName("session-token")}=${token}`;
}

export async function addAccount(told: Partial<Prisma.AccountUncheckedCreateInput> = {}): Promise<string> {
  const id = told.id ?? randomUUID();
  await db().account.create({ data: { id, externalId: `account-${id}`, provider: "WHATSAPP", ...told } });
  return id;
}

export async function addAttendee(
  accountId: string,
  told: Partial<Prisma.AttendeeUncheckedCreateInput> = {},
): Promise<string> {
  const id = randomUUID();
  await db().attendee.create({ data: { id, accountId, externalId: `attendee-${id}`, ...told } });
  return id;
}

/** `people` are attendees in the order in which they were first seen. */
export async function addChat(
  accountId: string,
  told: Partial<Prisma.ChatUncheckedCreateInput> & { people?: string[] } = {},
): Promise<string> {
  const { people = [], ...columns } = told;
  const id = randomUUID();
  await db().chat.create({ data: { id, accountId, externalId: `chat-${id}`, provider: "WHATSAPP", ...columns } });
  const members = people.map((attendeeId, index) => ({ chatId: id, attendeeId, sequence: BigInt(index + 1) }));
  await db().chatAttendee.createMany({ data: members });
  return id;
}

/** A message of theirs with a body, as the applier would keep it; its arrival is the newest so far. */
export async function addMessage(
  chatId: string,
  told: Partial<Prisma.MessageUncheckedCreateInput> = {},
): Promise<string> {
  const id = randomUUID();
  sequence += 1n;
  const at = told.sentAt ?? minute(Number(sequence));
  const shown = { isVisible: true, isListed: true, isCounted: true, bodyRank: 2 };
  const columns = {
    chatId,
    id,
    externalId: `message-${id}`,
    text: "Hello",
    receivedAt: at,
    sentAt: at,
    arrivedSequence: sequence,
  };
  await db().message.create({ data: { ...columns, ...shown, ...told } });
  await settle(chatId);
  return id;
}

/** The chat's derived columns, from its messages. */
async function settle(chatId: string): Promise<void> {
  const last = await db().message.findFirst({
    where: { chatId, isListed: true },
    orderBy: [{ sentAt: "desc" }, { externalId: "desc" }],
  });
  const { readSequence } = await db().chat.findUniqueOrThrow({ where: { id: chatId } });
  const unread = { chatId, isCounted: true, direction: "incoming", arrivedSequence: { gt: readSequence } };
  const unreadCount = await db().message.count({ where: unread });
  const derived = { lastActivityAt: last?.sentAt ?? null, lastMessageId: last?.id ?? null, unreadCount };
  await db().chat.update({ where: { id: chatId }, data: derived });
}

export async function addReaction(
  place: { chatId: string; messageId: string; attendeeId: string },
  told: { emoji: string | null; at: Date; isFetched?: boolean },
): Promise<void> {
  sequence += 1n;
  await db().reaction.create({ data: { ...place, ...told, sequence } });
}

export async function addReceipt(
  place: { chatId: string; messageId: string; attendeeId: string },
  at: Date | null,
): Promise<void> {
  await db().receipt.create({ data: { ...place, at } });
}

export async function addAttachment(
  place: { chatId: string; messageId: string },
  told: Partial<Prisma.AttachmentUncheckedCreateInput> = {},
): Promise<void> {
  const id = randomUUID();
  const described = { bodyRank: 2, at: minute(0), sequence: 1n, kind: "image", place: 0 };
  await db().attachment.create({ data: { ...place, id, externalId: `file-${id}`, ...described, ...told } });
}
