/**
 * Writes what a fold changed, and nothing else: bulk statements in one fixed order of tables and keys, inside the caller's
 * transaction, which already holds the locks of the chats. Chats' summaries are derived from their messages in SQL, by the same
 * rules as `summarise` in domain/summary.ts.
 */
import { unlessSame } from "@/domain/messages";
import { joinAccounts, joinAttendees } from "@/domain/attendees";
import {
  attendeeKey,
  type AccountMemory,
  type AttendeeMemory,
  type ChatMemory,
  type InboxMemory,
} from "@/domain/state";
import { accountIdOf, attendeeIdOf, chatIdOf, messageIdOf } from "./ids";
import { loadAccounts, loadAttendees, type Transaction } from "./load";
import { attachmentRow, reactionRow, receiptRow } from "./part-rows";
import { accountOf, accountRow, attendeeOf, attendeeRow, chatRow, messageRow } from "./rows";
import { insertMissing, tables, upsert } from "./upsert";

/** Returns the ids of the chats that changed. */
export async function save(tx: Transaction, before: InboxMemory, after: InboxMemory): Promise<string[]> {
  await saveAccounts(tx, before, after);
  await saveAttendees(tx, before, after);
  const changed = changedChats(before, after);
  const redescribed = changed.filter(isRedescribed);
  await upsert(
    tx,
    tables.chat,
    redescribed.map(({ chat }) => chatRow(chat, accountIn(after, chat))),
  );
  await saveParts(tx, changed);
  const ids = changed.map(({ chat }) => chatIdOf(chat.accountId, chat.externalId));
  await summariseChats(tx, ids);
  return ids;
}

type Changed = { chat: ChatMemory; before: ChatMemory | undefined };

function changedChats(before: InboxMemory, after: InboxMemory): Changed[] {
  return [...after.chats]
    .map(([key, chat]) => ({ chat, before: before.chats.get(key) }))
    .filter((change) => change.chat !== change.before);
}

/** Nearly every change of a chat is one of its messages; its own row then only gets the new summary. */
function isRedescribed({ chat, before }: Changed): boolean {
  if (before === undefined) return true;
  const { members, messages } = chat;
  return unlessSame<ChatMemory>({ ...before, members, messages }, chat) === chat;
}

function accountIn(inbox: InboxMemory, chat: ChatMemory): AccountMemory {
  const account = inbox.accounts.get(chat.accountId);
  if (account === undefined) throw new Error("a chat was folded without its account");
  return account;
}

type Rows = Record<"members" | "messages" | "reactions" | "receipts" | "attachments", object[]>;

async function saveParts(tx: Transaction, changed: readonly Changed[]): Promise<void> {
  const rows: Rows = { members: [], messages: [], reactions: [], receipts: [], attachments: [] };
  for (const change of changed) addRows(rows, change);
  await upsert(tx, tables.member, rows.members);
  await upsert(tx, tables.message, rows.messages);
  await upsert(tx, tables.reaction, rows.reactions);
  await upsert(tx, tables.receipt, rows.receipts);
  await upsert(tx, tables.attachment, rows.attachments);
}

function addRows(rows: Rows, { chat, before }: Changed): void {
  const chatId = chatIdOf(chat.accountId, chat.externalId);
  for (const [person, sequence] of newEntries(chat.members, before?.members)) {
    rows.members.push({ chatId, attendeeId: attendeeIdOf(chat.accountId, person), sequence });
  }
  for (const [externalId, message] of newEntries(chat.messages, before?.messages)) {
    const known = before?.messages.get(externalId);
    const messageId = messageIdOf(chatId, externalId);
    const reactions = newEntries(message.reactions, known?.reactions);
    const receipts = newEntries(message.receipts, known?.receipts);
    const attachments = newEntries(message.attachments, known?.attachments);
    rows.messages.push(messageRow(chat, message));
    rows.reactions.push(...reactions.map(([, one]) => reactionRow(chat, messageId, one)));
    rows.receipts.push(...receipts.map(([, one]) => receiptRow(chat, messageId, one)));
    rows.attachments.push(...attachments.map(([, one]) => attachmentRow(chat, messageId, one)));
  }
}

function newEntries<Value>(after: ReadonlyMap<string, Value>, before?: ReadonlyMap<string, Value>): [string, Value][] {
  if (after === before) return [];
  return [...after].filter(([key, value]) => before?.get(key) !== value);
}

const quietMs = 60_000;

/** The time of the last event alone is written once a minute: else every batch would lock the rows of all its accounts. */
function isWorthWriting(account: AccountMemory, before: AccountMemory | undefined): boolean {
  if (before === undefined) return true;
  if (account === before) return false;
  const { lastEventAt: _now, ...facts } = account;
  const { lastEventAt: known, ...knownFacts } = before;
  if (unlessSame<object>(knownFacts, facts) !== knownFacts) return true;
  return known === null || Date.parse(account.lastEventAt ?? known) - Date.parse(known) >= quietMs;
}

/** Shared rows: missing ones are inserted, then all are locked in key order and joined with what others wrote meanwhile. */
async function saveAccounts(tx: Transaction, before: InboxMemory, after: InboxMemory): Promise<void> {
  const changed = [...after.accounts.values()]
    .filter((one) => isWorthWriting(one, before.accounts.get(one.externalId)))
    .sort((one, other) => (one.externalId < other.externalId ? -1 : 1));
  if (changed.length === 0) return;
  const ids = changed.map((one) => accountIdOf(one.externalId));
  const unknown = changed.filter((one) => !before.accounts.has(one.externalId));
  await insertMissing(tx, tables.account, unknown.map(accountRow));
  await tx.$executeRaw`SELECT 1 FROM "Account" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`;
  const fresh = new Map((await loadAccounts(tx, ids)).map((row) => [row.externalId, accountOf(row)]));
  const joined = changed.map((one) => ({
    was: fresh.get(one.externalId),
    now: joinAccounts(fresh.get(one.externalId) ?? one, one),
  }));
  const differing = joined.filter(({ was, now }) => was !== now).map(({ now }) => now);
  await upsert(tx, tables.account, differing.map(accountRow));
  const renamed = providerChanges(differing, before);
  if (renamed.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Chat" ch SET "provider" = c."provider" FROM "Account" c
    WHERE c."id" = ANY(${renamed}::uuid[]) AND ch."accountId" = c."id"`;
}

/** Accounts whose provider's word changed: their chats repeat it. Nearly always none. */
function providerChanges(accounts: readonly AccountMemory[], before: InboxMemory): string[] {
  return accounts
    .filter(
      (one) => before.accounts.has(one.externalId) && before.accounts.get(one.externalId)?.providers !== one.providers,
    )
    .map((one) => accountIdOf(one.externalId));
}

async function saveAttendees(tx: Transaction, before: InboxMemory, after: InboxMemory): Promise<void> {
  const changed = [...after.attendees].filter(([key, one]) => one !== before.attendees.get(key)).map(([, one]) => one);
  if (changed.length === 0) return;
  const idOf = (one: AttendeeMemory) => attendeeIdOf(one.accountId, one.externalId);
  const sorted = changed.toSorted((one, other) => (idOf(one) < idOf(other) ? -1 : 1));
  const ids = sorted.map(idOf);
  const unknown = sorted.filter((one) => !before.attendees.has(attendeeKey(one.accountId, one.externalId)));
  await insertMissing(tx, tables.attendee, unknown.map(attendeeRow));
  await tx.$executeRaw`SELECT 1 FROM "Attendee" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`;
  const rows = await loadAttendees(tx, ids);
  const fresh = new Map(rows.map((row) => [attendeeKey(row.accountExternalId, row.externalId), attendeeOf(row)]));
  const differing = sorted.filter((one) => {
    const known = fresh.get(attendeeKey(one.accountId, one.externalId));
    return known === undefined || joinAttendees(known, one) !== known;
  });
  const joined = differing.map((one) =>
    joinAttendees(fresh.get(attendeeKey(one.accountId, one.externalId)) ?? one, one),
  );
  await upsert(tx, tables.attendee, joined.map(attendeeRow));
}

/** Last message, unread count and waiting-since, derived anew. The caller holds the locks of these chats. */
export async function summariseChats(tx: Transaction, chatIds: readonly string[]): Promise<void> {
  if (chatIds.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Chat" c
    SET "lastActivityAt" = d."lastActivityAt", "lastMessageId" = d."lastMessageId", "unreadCount" = d."unreadCount",
      "waitingSince" = d."waitingSince"
    FROM (
      SELECT ch."id", last."sentAt" AS "lastActivityAt", last."id" AS "lastMessageId", unread."count" AS "unreadCount",
        waiting."sentAt" AS "waitingSince"
      FROM "Chat" ch
      LEFT JOIN LATERAL (
        SELECT m."sentAt", m."id" FROM "Message" m WHERE m."chatId" = ch."id" AND m."isListed"
        ORDER BY m."sentAt" DESC, m."externalId" DESC LIMIT 1) last ON true
      LEFT JOIN LATERAL (
        SELECT count(*)::int AS "count" FROM "Message" m
        WHERE m."chatId" = ch."id" AND m."isCounted" AND m."direction" = 'incoming' AND m."arrivedSequence" > ch."readSequence") unread ON true
      LEFT JOIN LATERAL (
        SELECT m."sentAt", m."externalId" FROM "Message" m
        WHERE m."chatId" = ch."id" AND m."isCounted" AND m."direction" = 'outgoing'
        ORDER BY m."sentAt" DESC, m."externalId" DESC LIMIT 1) answer ON true
      LEFT JOIN LATERAL (
        SELECT m."sentAt" FROM "Message" m
        WHERE m."chatId" = ch."id" AND m."isVisible" AND m."isCounted" AND m."direction" = 'incoming'
          AND (answer."sentAt" IS NULL OR (m."sentAt", m."externalId") > (answer."sentAt", answer."externalId"))
        ORDER BY m."sentAt", m."externalId" LIMIT 1) waiting ON true
      WHERE ch."id" = ANY(${[...chatIds]}::uuid[])
    ) d
    WHERE c."id" = d."id"
      AND (c."lastActivityAt", c."lastMessageId", c."unreadCount", c."waitingSince")
        IS DISTINCT FROM (d."lastActivityAt", d."lastMessageId", d."unreadCount", d."waitingSince")`;
}
