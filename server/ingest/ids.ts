/**
 * Our ids, derived from the vendor's: nothing must be looked up to write a row, two processes agree without asking each other,
 * and wiping the derived tables and replaying the log gives the same addresses again.
 */
import { createHash } from "node:crypto";

/** A version 8 UUID (RFC 9562) over the parts. U+0000 cannot stand in a cleaned id, so the joined text has one reading. */
function derivedId(...parts: string[]): string {
  const bytes = createHash("sha256").update(parts.join("\u0000")).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

export function accountIdOf(accountExternalId: string): string {
  return derivedId("account", accountExternalId);
}

export function attendeeIdOf(accountExternalId: string, attendeeExternalId: string): string {
  return derivedId("attendee", accountExternalId, attendeeExternalId);
}

export function chatIdOf(accountExternalId: string, chatExternalId: string): string {
  return derivedId("chat", accountExternalId, chatExternalId);
}

export function messageIdOf(chatId: string, messageExternalId: string): string {
  return derivedId("message", chatId, messageExternalId);
}

export function attachmentIdOf(messageId: string, key: string): string {
  return derivedId("attachment", messageId, key);
}

/** The key of the transaction lock under which one chat is folded or marked read: the first 8 bytes of its id. */
export function chatLockKey(chatId: string): bigint {
  return BigInt.asIntN(64, BigInt(`0x${chatId.replaceAll("-", "").slice(0, 16)}`));
}
