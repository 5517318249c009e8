/**
 * One set-based statement per table: the rows travel as one JSON parameter and are read back by PostgreSQL in the types of the
 * table itself. Table and column names come from this file only, never from data.
 */
import { Prisma } from "../generated/client";
import type { Transaction } from "./load";

type Table = { name: string; key: readonly string[]; columns: readonly string[] };

const sighted = ["names", "name"];

export const tables = {
  account: {
    name: "Account",
    key: ["id"],
    columns: [
      ...["id", "externalId", "providers", "provider", "features", "feature", ...sighted],
      ...["aliases", "state", "rawState", "stateSequence", "lastEventAt"],
    ],
  },
  attendee: {
    name: "Attendee",
    key: ["id"],
    columns: [
      ...["id", "accountId", "externalId", ...sighted, "profileUrls", "profileUrl"],
      ...["providerIds", "providerId", "aliases", "isSelf"],
    ],
  },
  chat: {
    name: "Chat",
    key: ["id"],
    columns: [
      ...["id", "accountId", "externalId", "provider", "providerIds", "providerId", "isGroup"],
      ...["titles", "title", "folders", "folder", "readThroughAt"],
    ],
  },
  member: { name: "ChatAttendee", key: ["chatId", "attendeeId"], columns: ["chatId", "attendeeId", "sequence"] },
  message: {
    name: "Message",
    key: ["chatId", "id"],
    columns: [
      ...["chatId", "id", "externalId", "bodyRank", "bodyAt", "bodySequence", "text", "kind", "eventType", "isHidden"],
      ...["isUnsupported", "messageType", "providerId", "senderId", "quoted", "versions", "direction", "directionRank"],
      ...["directionAt", "directionSequence", "placedAt", "provisionalAt", "receivedAt", "arrivedSequence", "editedAt"],
      ...[
        "deletedAt",
        "deliveredAt",
        "readAt",
        "isDelivered",
        "isRead",
        "reactionsFetchedAt",
        "reactionsFetchedSequence",
      ],
      ...["sentAt", "isVisible", "isListed", "isCounted"],
    ],
  },
  reaction: {
    name: "Reaction",
    key: ["chatId", "messageId", "attendeeId"],
    columns: ["chatId", "messageId", "attendeeId", "emoji", "at", "sequence", "isFetched"],
  },
  receipt: {
    name: "Receipt",
    key: ["chatId", "messageId", "attendeeId"],
    columns: ["chatId", "messageId", "attendeeId", "at"],
  },
  attachment: {
    name: "Attachment",
    key: ["chatId", "messageId", "externalId"],
    columns: [
      ...[
        "chatId",
        "messageId",
        "externalId",
        "id",
        "place",
        "kind",
        "mimetype",
        "name",
        "sizeBytes",
        "width",
        "height",
      ],
      ...["durationSeconds", "isSticker", "isVoiceNote", "isGif", "isUnavailable", "cardKind", "linkUrl"],
      ...["bodyRank", "at", "sequence"],
    ],
  },
} as const satisfies Record<string, Table>;

/** Inserts the rows; those that are there already get every column that is not part of the key. */
export async function upsert(tx: Transaction, table: Table, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const changing = table.columns.filter((column) => !table.key.includes(column) && column !== "id");
  const changes = changing.map((column) => `"${column}" = EXCLUDED."${column}"`).join(", ");
  await tx.$executeRaw`${insertion(table, rows)} ON CONFLICT (${names(table.key)}) DO UPDATE SET ${Prisma.raw(changes)}`;
}

/** Inserts the rows that are not there yet, by whichever key another process was first, and leaves the others alone. */
export async function insertMissing(tx: Transaction, table: Table, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`${insertion(table, rows)} ON CONFLICT DO NOTHING`;
}

function insertion(table: Table, rows: readonly object[]): Prisma.Sql {
  const columns = names(table.columns);
  const into = Prisma.raw(`"${table.name}"`);
  return Prisma.sql`INSERT INTO ${into} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${into}, ${JSON.stringify(rows)}::jsonb)`;
}

function names(columns: readonly string[]): Prisma.Sql {
  return Prisma.raw(columns.map((column) => `"${column}"`).join(", "));
}
