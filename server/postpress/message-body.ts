/** What a message says and whose it is, as far as one body tells. What other deliveries teach about it is put together in the domain. */
import type { AccountFacts, DirectionBasis, MessageBody, PersonFacts, QuotedFacts } from "@/domain/events";
import type { Direction } from "@/domain/inbox";
import { toAttachments } from "./attachments";
import type { MessagePayload, ReadPayload } from "./payload";
import { repairMisdecoded, saysUnsupported } from "./text";

type Payload = MessagePayload | ReadPayload;

/** Events of a message may carry it whole: there is a body when they bring text or attachments. */
export function hasBody(payload: Payload): boolean {
  return (payload.message !== null && payload.message !== "") || payload.attachments.length > 0;
}

export function toMessageBody(payload: Payload, sender: PersonFacts | null, provider: string | null): MessageBody {
  const isSystem = payload.is_event === true;
  return {
    text: shownText(payload.message, provider),
    sender,
    kind: isSystem ? "system" : "message",
    eventType: isSystem ? eventNumber(payload.event_type) : null,
    isHidden: payload.hidden === true,
    isUnsupported: saysUnsupported(payload.message ?? ""),
    messageType: payload.message_type,
    providerId: payload.provider_message_id,
    quoted: toQuoted(payload, provider),
    attachments: toAttachments(payload.attachments),
  };
}

/** What the text shows: the vendor's stand-in for what it cannot carry is none. Only Instagram's arrives mis-decoded. */
export function shownText(told: string | null, provider: string | null): string | null {
  if (told === null || told === "" || saysUnsupported(told)) return null;
  return provider === "INSTAGRAM" ? repairMisdecoded(told) : told;
}

function toQuoted({ quoted }: Payload, provider: string | null): QuotedFacts | null {
  const facts = {
    externalId: quoted.message_id ?? quoted.id,
    senderExternalId: quoted.sender_id,
    text: shownText(quoted.text, provider),
  };
  return Object.values(facts).some((value) => value !== null) ? facts : null;
}

/** 0 is the vendor's "unknown", and makes a neutral line like any number that is new to us. */
function eventNumber(told: number | null): number {
  return told !== null && Number.isInteger(told) && told <= 32_767 ? told : 0;
}

export type Said = { direction: Direction; directionBasis: DirectionBasis };

/**
 * `is_sender`; else the vendor's own comparison of ids, when both are there; else the account's phone number. Otherwise theirs: a
 * message wrongly shown as waiting gets seen, one wrongly shown as ours does not.
 */
export function toDirection(payload: Payload, account: AccountFacts, sender: PersonFacts | null): Said {
  if (payload.is_sender !== null) return said(payload.is_sender, "is-sender");
  if (account.userId !== null && sender?.providerId) return said(sender.providerId === account.userId, "user-id");
  const hasOwnPhone = account.phoneNumber !== null && sender?.aliases.includes(account.phoneNumber) === true;
  return said(hasOwnPhone, hasOwnPhone ? "phone" : "assumed");
}

function said(isOurs: boolean, directionBasis: DirectionBasis): Said {
  return { direction: isOurs ? "outgoing" : "incoming", directionBasis };
}
