/** The rows that hang on a message, both ways: its reactions, receipts and attachments. See rows.ts for the message itself. */
import type { AttachmentKind, CardKind } from "@/domain/inbox";
import type { AttachmentMemory, BodyRank, ChatMemory, ReactionMemory, ReceiptMemory } from "@/domain/state";
import { attachmentIdOf, attendeeIdOf, chatIdOf } from "./ids";

export type ReactionRow = {
  chatId: string;
  messageId: string;
  reactorExternalId: string;
  emoji: string | null;
  at: Date;
  sequence: bigint;
  isFetched: boolean;
};

export function reactionOf(row: ReactionRow): ReactionMemory {
  const { reactorExternalId, emoji, isFetched } = row;
  return { reactorExternalId, emoji, at: row.at.toISOString(), sequence: Number(row.sequence), isFetched };
}

export function reactionRow(chat: ChatMemory, messageId: string, reaction: ReactionMemory): object {
  const { reactorExternalId, ...rest } = reaction;
  const attendeeId = attendeeIdOf(chat.accountId, reactorExternalId);
  return { ...rest, chatId: chatIdOf(chat.accountId, chat.externalId), messageId, attendeeId };
}

export type ReceiptRow = { chatId: string; messageId: string; readerExternalId: string; at: Date | null };

export function receiptOf({ readerExternalId, at }: ReceiptRow): ReceiptMemory {
  return { readerExternalId, at: at === null ? null : at.toISOString() };
}

export function receiptRow(chat: ChatMemory, messageId: string, { readerExternalId, at }: ReceiptMemory): object {
  const chatId = chatIdOf(chat.accountId, chat.externalId);
  return { chatId, messageId, attendeeId: attendeeIdOf(chat.accountId, readerExternalId), at };
}

export type AttachmentRow = {
  chatId: string;
  messageId: string;
  externalId: string;
  place: number;
  kind: AttachmentKind;
  mimetype: string | null;
  name: string | null;
  sizeBytes: bigint | null;
  width: number | null;
  height: number | null;
  durationSeconds: number | null;
  isSticker: boolean;
  isVoiceNote: boolean;
  isGif: boolean;
  isUnavailable: boolean;
  cardKind: CardKind | null;
  linkUrl: string | null;
  bodyRank: BodyRank;
  at: Date;
  sequence: bigint;
};

export function attachmentOf(row: AttachmentRow): AttachmentMemory {
  const { chatId: _chatId, messageId: _messageId, externalId: key, bodyRank: rank, at, sequence, ...facts } = row;
  const sizeBytes = facts.sizeBytes === null ? null : Number(facts.sizeBytes);
  const externalId = key === `#${String(row.place)}` ? null : key;
  return { key, rank, at: at.toISOString(), sequence: Number(sequence), facts: { ...facts, externalId, sizeBytes } };
}

export function attachmentRow(chat: ChatMemory, messageId: string, attachment: AttachmentMemory): object {
  const { key, rank, at, sequence, facts } = attachment;
  const chatId = chatIdOf(chat.accountId, chat.externalId);
  return {
    ...facts,
    chatId,
    messageId,
    externalId: key,
    id: attachmentIdOf(messageId, key),
    bodyRank: rank,
    at,
    sequence,
  };
}
