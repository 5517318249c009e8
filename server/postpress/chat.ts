/** The chat of a delivery: its ids, whether it is a group, and the one title and folder that the body gives it. */
import type { ChatFacts } from "@/domain/events";
import type { MessagePayload, ReadPayload } from "./payload";
import { shorten } from "./text";

type Payload = MessagePayload | ReadPayload;

export function toChatFacts(payload: Payload, provider: string | null): ChatFacts {
  return {
    externalId: payload.chat_id,
    providerId: payload.provider_chat_id,
    isGroup: payload.is_group ?? groupByAddress(payload.provider_chat_id),
    title: hasTitle(payload, provider) ? payload.subject : null,
    folder: mostSpecific(payload.folder),
  };
}

/** `subject` is the group's name on WhatsApp and the InMail's subject on LinkedIn; elsewhere it titles groups only. */
function hasTitle(payload: Payload, provider: string | null): boolean {
  return payload.is_group === true || provider === "WHATSAPP" || provider === "LINKEDIN";
}

/** WhatsApp's addresses tell groups apart. */
function groupByAddress(address: string | null): boolean | null {
  if (address?.endsWith("@g.us")) return true;
  return address?.endsWith("@lid") || address?.endsWith("@s.whatsapp.net") ? false : null;
}

/** One LinkedIn account has several inboxes, and a chat in one of them is in `INBOX` too: the longest word says most. */
function mostSpecific(folders: readonly string[]): string | null {
  const longest = folders.reduce((best, folder) => (folder.length > best.length ? folder : best), "");
  return longest.trim() === "" ? null : shorten(longest);
}
