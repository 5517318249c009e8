/**
 * Reads the rows that a batch of events is about, in a constant number of statements, as the memory that `apply` folds over.
 * What is not asked for is not loaded: a chat comes with only those of its messages and people that the events name.
 */
import { membersOf, peopleOf, type InboxEvent } from "@/domain/events";
import { attendeeKey, chatKey, type ChatMemory, type InboxMemory, type MessageMemory } from "@/domain/state";
import type { Prisma } from "../generated/client";
import { accountIdOf, attendeeIdOf, chatIdOf, messageIdOf } from "./ids";
import {
  attachmentOf,
  reactionOf,
  receiptOf,
  type AttachmentRow,
  type ReactionRow,
  type ReceiptRow,
} from "./part-rows";
import {
  accountOf,
  attendeeOf,
  chatOf,
  messageOf,
  type AccountRow,
  type AttendeeRow,
  type ChatRow,
  type MessageRow,
} from "./rows";

export type Transaction = Prisma.TransactionClient;

type Pair = { chatId: string; id: string };
type Wanted = { accounts: Set<string>; attendees: Set<string>; chats: Set<string>; members: Pair[]; messages: Pair[] };

export async function load(tx: Transaction, events: readonly InboxEvent[]): Promise<InboxMemory> {
  const wanted = wantedBy(events);
  const accounts = await loadAccounts(tx, [...wanted.accounts]);
  const attendees = await loadAttendees(tx, [...wanted.attendees]);
  const chats = await loadChats(tx, wanted);
  return {
    accounts: new Map(accounts.map((row) => [row.externalId, accountOf(row)])),
    attendees: new Map(attendees.map((row) => [attendeeKey(row.accountExternalId, row.externalId), attendeeOf(row)])),
    chats,
  };
}

/** The ids of the chats that the events touch: the appliers' locks are taken on these. */
export function chatIdsOf(events: readonly InboxEvent[]): string[] {
  return [...wantedBy(events).chats];
}

function wantedBy(events: readonly InboxEvent[]): Wanted {
  const wanted: Wanted = { accounts: new Set(), attendees: new Set(), chats: new Set(), members: [], messages: [] };
  for (const event of events) {
    const account = event.account.externalId;
    wanted.accounts.add(accountIdOf(account));
    if (!("chat" in event)) continue;
    const chatId = chatIdOf(account, event.chat.externalId);
    wanted.chats.add(chatId);
    if ("messageId" in event) wanted.messages.push({ chatId, id: messageIdOf(chatId, event.messageId) });
    for (const person of peopleOf(event)) wanted.attendees.add(attendeeIdOf(account, person.externalId));
    for (const person of membersOf(event))
      wanted.members.push({ chatId, id: attendeeIdOf(account, person.externalId) });
  }
  return wanted;
}

export function loadAccounts(tx: Transaction, ids: string[]): Promise<AccountRow[]> {
  return tx.$queryRaw<AccountRow[]>`
    SELECT "externalId", "providers", "features", "names", "aliases", "state", "rawState", "stateSequence", "lastEventAt"
    FROM "Account" WHERE "id" = ANY(${ids}::uuid[])`;
}

export function loadAttendees(tx: Transaction, ids: string[]): Promise<AttendeeRow[]> {
  return tx.$queryRaw<AttendeeRow[]>`
    SELECT c."externalId" AS "accountExternalId", a."externalId", a."names", a."profileUrls", a."providerIds", a."aliases", a."isSelf"
    FROM "Attendee" a JOIN "Account" c ON c."id" = a."accountId" WHERE a."id" = ANY(${ids}::uuid[])`;
}

async function loadChats(tx: Transaction, wanted: Wanted): Promise<ReadonlyMap<string, ChatMemory>> {
  const rows = await tx.$queryRaw<(ChatRow & { id: string })[]>`
    SELECT ch."id", c."externalId" AS "accountExternalId", ch."externalId", ch."providerIds", ch."isGroup", ch."titles",
      ch."folders", ch."readThroughAt"
    FROM "Chat" ch JOIN "Account" c ON c."id" = ch."accountId" WHERE ch."id" = ANY(${[...wanted.chats]}::uuid[])`;
  const members = groupBy(await loadMembers(tx, wanted.members), (row) => row.chatId);
  const messages = groupBy(await loadMessages(tx, wanted.messages), (one) => one.chatId);
  return new Map(
    rows.map((row) => {
      const { id, ...facts } = row;
      const chat = chatOf(facts, {
        members: new Map((members.get(id) ?? []).map((member) => [member.externalId, Number(member.sequence)])),
        messages: new Map((messages.get(id) ?? []).map(({ message }) => [message.externalId, message])),
      });
      return [chatKey(row.accountExternalId, row.externalId), chat];
    }),
  );
}

type MemberRow = { chatId: string; externalId: string; sequence: bigint };

function loadMembers(tx: Transaction, pairs: readonly Pair[]): Promise<MemberRow[]> {
  return tx.$queryRaw<MemberRow[]>`
    SELECT m."chatId", a."externalId", m."sequence"
    FROM (SELECT DISTINCT * FROM unnest(${pairs.map((pair) => pair.chatId)}::uuid[], ${pairs.map((pair) => pair.id)}::uuid[])) AS wanted("chatId", "id")
    JOIN "ChatAttendee" m ON m."chatId" = wanted."chatId" AND m."attendeeId" = wanted."id"
    JOIN "Attendee" a ON a."id" = m."attendeeId"`;
}

async function loadMessages(
  tx: Transaction,
  pairs: readonly Pair[],
): Promise<{ chatId: string; message: MessageMemory }[]> {
  const chatIds = pairs.map((pair) => pair.chatId);
  const ids = pairs.map((pair) => pair.id);
  const rows = await tx.$queryRaw<(MessageRow & { id: string })[]>`
    SELECT m."chatId", m."id", m."externalId", m."bodyRank", m."bodyAt", m."bodySequence", m."text", m."kind", m."eventType",
      m."isHidden", m."isUnsupported", m."messageType", m."providerId", a."externalId" AS "senderExternalId", m."quoted",
      m."versions", m."direction", m."directionRank", m."directionAt", m."directionSequence", m."placedAt", m."provisionalAt",
      m."receivedAt", m."arrivedSequence", m."editedAt", m."deletedAt", m."deliveredAt", m."readAt",
      m."isDelivered", m."isRead", m."reactionsFetchedAt", m."reactionsFetchedSequence"
    FROM (SELECT DISTINCT * FROM unnest(${chatIds}::uuid[], ${ids}::uuid[])) AS wanted("chatId", "id")
    JOIN "Message" m ON m."chatId" = wanted."chatId" AND m."id" = wanted."id"
    LEFT JOIN "Attendee" a ON a."id" = m."senderId"`;
  if (rows.length === 0) return [];
  const reactions = groupBy(await loadReactions(tx, rows), (row) => row.messageId);
  const receipts = groupBy(await loadReceipts(tx, rows), (row) => row.messageId);
  const attachments = groupBy(await loadAttachments(tx, rows), (row) => row.messageId);
  return rows.map(({ id, ...row }) => ({
    chatId: row.chatId,
    message: messageOf(row, {
      reactions: new Map((reactions.get(id) ?? []).map((one) => [one.reactorExternalId, reactionOf(one)])),
      receipts: new Map((receipts.get(id) ?? []).map((one) => [one.readerExternalId, receiptOf(one)])),
      attachments: new Map((attachments.get(id) ?? []).map((one) => [one.externalId, attachmentOf(one)])),
    }),
  }));
}

function loadReactions(tx: Transaction, pairs: readonly Pair[]): Promise<ReactionRow[]> {
  return tx.$queryRaw<ReactionRow[]>`
    SELECT r."chatId", r."messageId", a."externalId" AS "reactorExternalId", r."emoji", r."at", r."sequence", r."isFetched"
    FROM unnest(${pairs.map((pair) => pair.chatId)}::uuid[], ${pairs.map((pair) => pair.id)}::uuid[]) AS wanted("chatId", "id")
    JOIN "Reaction" r ON r."chatId" = wanted."chatId" AND r."messageId" = wanted."id"
    JOIN "Attendee" a ON a."id" = r."attendeeId"`;
}

function loadReceipts(tx: Transaction, pairs: readonly Pair[]): Promise<ReceiptRow[]> {
  return tx.$queryRaw<ReceiptRow[]>`
    SELECT r."chatId", r."messageId", a."externalId" AS "readerExternalId", r."at"
    FROM unnest(${pairs.map((pair) => pair.chatId)}::uuid[], ${pairs.map((pair) => pair.id)}::uuid[]) AS wanted("chatId", "id")
    JOIN "Receipt" r ON r."chatId" = wanted."chatId" AND r."messageId" = wanted."id"
    JOIN "Attendee" a ON a."id" = r."attendeeId"`;
}

function loadAttachments(tx: Transaction, pairs: readonly Pair[]): Promise<AttachmentRow[]> {
  return tx.$queryRaw<AttachmentRow[]>`
    SELECT t."chatId", t."messageId", t."externalId", t."place", t."kind", t."mimetype", t."name", t."sizeBytes", t."width",
      t."height", t."durationSeconds", t."isSticker", t."isVoiceNote", t."isGif", t."isUnavailable",
      t."cardKind", t."linkUrl", t."bodyRank", t."at", t."sequence"
    FROM unnest(${pairs.map((pair) => pair.chatId)}::uuid[], ${pairs.map((pair) => pair.id)}::uuid[]) AS wanted("chatId", "id")
    JOIN "Attachment" t ON t."chatId" = wanted."chatId" AND t."messageId" = wanted."id"`;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
