/**
 * How the fold's memory stands in table rows, both ways. Column names are those of prisma/schema.prisma; a row goes to the
 * database as JSON (times as ISO strings) and comes back as the driver gives it (times as Date, sequences as bigint).
 */
import type { DirectionBasis, QuotedFacts, Stamp } from "@/domain/events";
import type { AccountState, Direction, MessageKind } from "@/domain/inbox";
import { standingOf } from "@/domain/messages";
import {
  shownValue,
  type AccountMemory,
  type AttendeeMemory,
  type BodyMemory,
  type BodyRank,
  type ChatMemory,
  type DirectionMemory,
  type EarlierText,
  type MessageMemory,
  type Sightings,
} from "@/domain/state";
import { accountIdOf, attendeeIdOf, chatIdOf, messageIdOf } from "./ids";

export type AccountRow = {
  externalId: string;
  providers: Sightings;
  features: Sightings;
  names: Sightings;
  aliases: string[];
  state: AccountState;
  rawState: string | null;
  stateSequence: bigint;
  lastEventAt: Date | null;
};

export function accountOf(row: AccountRow): AccountMemory {
  return { ...row, stateSequence: Number(row.stateSequence), lastEventAt: iso(row.lastEventAt) };
}

export function accountRow(account: AccountMemory): object {
  return {
    ...account,
    id: accountIdOf(account.externalId),
    provider: shownValue(account.providers) ?? "UNKNOWN",
    feature: shownValue(account.features),
    name: shownValue(account.names),
  };
}

export type AttendeeRow = {
  accountExternalId: string;
  externalId: string;
  names: Sightings;
  profileUrls: Sightings;
  providerIds: Sightings;
  aliases: string[];
  isSelf: boolean;
};

export function attendeeOf({ accountExternalId, ...row }: AttendeeRow): AttendeeMemory {
  return { accountId: accountExternalId, ...row };
}

export function attendeeRow(attendee: AttendeeMemory): object {
  return {
    ...attendee,
    id: attendeeIdOf(attendee.accountId, attendee.externalId),
    accountId: accountIdOf(attendee.accountId),
    name: shownValue(attendee.names),
    profileUrl: shownValue(attendee.profileUrls),
    providerId: shownValue(attendee.providerIds),
  };
}

export type ChatRow = {
  accountExternalId: string;
  externalId: string;
  providerIds: Sightings;
  isGroup: boolean;
  titles: Sightings;
  folders: Sightings;
  readThroughAt: Date | null;
};

export function chatOf(row: ChatRow, parts: Pick<ChatMemory, "members" | "messages">): ChatMemory {
  const { accountExternalId, readThroughAt, ...rest } = row;
  return { ...rest, accountId: accountExternalId, readThroughAt: iso(readThroughAt), ...parts };
}

/** @param account whose provider the chat repeats */
export function chatRow(chat: ChatMemory, account: AccountMemory): object {
  return {
    id: chatIdOf(chat.accountId, chat.externalId),
    accountId: accountIdOf(chat.accountId),
    externalId: chat.externalId,
    provider: shownValue(account.providers) ?? "UNKNOWN",
    providerIds: chat.providerIds,
    providerId: shownValue(chat.providerIds),
    isGroup: chat.isGroup,
    titles: chat.titles,
    title: shownValue(chat.titles),
    folders: chat.folders,
    folder: shownValue(chat.folders) ?? "INBOX",
    readThroughAt: chat.readThroughAt,
  };
}

export type MessageRow = {
  chatId: string;
  externalId: string;
  bodyRank: BodyRank;
  bodyAt: Date | null;
  bodySequence: bigint | null;
  text: string | null;
  kind: MessageKind;
  eventType: number | null;
  isHidden: boolean;
  isUnsupported: boolean;
  messageType: string | null;
  providerId: string | null;
  senderExternalId: string | null;
  quoted: QuotedFacts | null;
  versions: EarlierText[];
  direction: Direction;
  directionRank: number;
  directionAt: Date | null;
  directionSequence: bigint | null;
  placedAt: Date | null;
  provisionalAt: Date | null;
  receivedAt: Date;
  arrivedSequence: bigint | null;
  editedAt: Date | null;
  deletedAt: Date | null;
  deliveredAt: Date | null;
  readAt: Date | null;
  isDelivered: boolean;
  isRead: boolean;
  reactionsFetchedAt: Date | null;
  reactionsFetchedSequence: bigint | null;
};

type MessageParts = Pick<MessageMemory, "reactions" | "receipts" | "attachments">;

const bases: readonly DirectionBasis[] = ["assumed", "phone", "user-id", "is-sender"];

export function messageOf(row: MessageRow, parts: MessageParts): MessageMemory {
  return {
    externalId: row.externalId,
    body: bodyOf(row),
    versions: row.versions,
    direction: directionOf(row),
    placedAt: iso(row.placedAt),
    provisionalAt: iso(row.provisionalAt),
    receivedAt: row.receivedAt.toISOString(),
    arrivedSequence: row.arrivedSequence === null ? null : Number(row.arrivedSequence),
    editedAt: iso(row.editedAt),
    deletedAt: iso(row.deletedAt),
    deliveredAt: iso(row.deliveredAt),
    readAt: iso(row.readAt),
    isDelivered: row.isDelivered,
    isRead: row.isRead,
    reactionsFetched: stampOf(row.reactionsFetchedAt, row.reactionsFetchedSequence),
    ...parts,
  };
}

function stampOf(at: Date | null, sequence: bigint | null): Stamp | null {
  return at === null || sequence === null ? null : { at: at.toISOString(), sequence: Number(sequence) };
}

function bodyOf(row: MessageRow): BodyMemory | null {
  const stamp = stampOf(row.bodyAt, row.bodySequence);
  if (stamp === null) return null;
  const { text, kind, eventType, isHidden, isUnsupported, messageType, providerId, senderExternalId, quoted } = row;
  return {
    ...stamp,
    rank: row.bodyRank,
    shown: { text, kind, eventType, isHidden, isUnsupported, messageType, providerId, senderExternalId, quoted },
  };
}

function directionOf(row: MessageRow): DirectionMemory | null {
  const stamp = stampOf(row.directionAt, row.directionSequence);
  return stamp && { ...stamp, direction: row.direction, basis: bases[row.directionRank] ?? "assumed" };
}

export function messageRow(chat: ChatMemory, message: MessageMemory): object {
  const chatId = chatIdOf(chat.accountId, chat.externalId);
  const { body, direction, reactionsFetched, ...rest } = message;
  return {
    ...rest,
    reactionsFetchedAt: reactionsFetched?.at ?? null,
    reactionsFetchedSequence: reactionsFetched?.sequence ?? null,
    ...(body === null ? unsaid : bodyColumns(chat, body)),
    ...(direction === null ? {} : directionColumns(direction)),
    directionRank: direction === null ? 0 : bases.indexOf(direction.basis),
    ...standingOf(message),
    chatId,
    id: messageIdOf(chatId, message.externalId),
  };
}

function bodyColumns(chat: ChatMemory, body: BodyMemory): object {
  const { senderExternalId, ...shown } = body.shown;
  const senderId = senderExternalId === null ? null : attendeeIdOf(chat.accountId, senderExternalId);
  return { ...shown, senderId, bodyRank: body.rank, bodyAt: body.at, bodySequence: body.sequence };
}

function directionColumns(direction: DirectionMemory): object {
  return { directionAt: direction.at, directionSequence: direction.sequence };
}

/** The columns of a message that only a change announced and nothing described yet. */
const unsaid = { bodyRank: 0, kind: "message", isHidden: false, isUnsupported: false };

function iso(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}
