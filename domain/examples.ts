/**
 * The cast: the same few people, accounts and events in every test, and in the simulator. Builders give a complete event and take
 * what a test cares about; what they leave out is unremarkable. Nothing in the product imports this file.
 */
import type {
  AccountChanged,
  AccountFacts,
  AccountFetched,
  AttachmentFacts,
  ChatFacts,
  ChatFetched,
  ChatRead,
  MessageBody,
  MessageDeleted,
  MessageDelivered,
  MessageEdited,
  MessageFetched,
  MessageRead,
  MessageReceived,
  PersonFacts,
  ReactionRemoved,
  ReactionSet,
  ReceiptFacts,
} from "./events";

export const tandemDesk = person("desk", { name: "Tandem Desk", isSelf: true, providerId: "15550100@s.whatsapp.net" });
export const ana = person("ana", { name: "Ana Ribeiro", aliases: ["90017765432@lid", "+15550123"] });
export const ben = person("ben", { name: "Ben Osei" });

export const whatsapp = account("wa-desk", { phoneNumber: "15550100" });
export const telegram = account("tg-desk", { provider: "TELEGRAM", userId: "7300011" });

/** Ana asks about a tandem; her chat is the default of every builder. */
export const anasChat = chat("chat-ana", { title: "Ana Ribeiro", isGroup: false });
export const weekendRide = chat("chat-ride", { title: "Weekend ride", isGroup: true });

export function account(externalId: string, told: Partial<AccountFacts> = {}): AccountFacts {
  return { externalId, provider: "WHATSAPP", feature: null, userId: null, phoneNumber: null, ...told };
}

export function person(externalId: string, told: Partial<PersonFacts> = {}): PersonFacts {
  const providerId = `${externalId}@provider`;
  return { externalId, name: externalId, profileUrl: null, providerId, aliases: [], isSelf: false, ...told };
}

export function chat(externalId: string, told: Partial<ChatFacts> = {}): ChatFacts {
  return { externalId, providerId: null, isGroup: false, title: null, folder: null, ...told };
}

export function attachment(externalId: string | null, told: Partial<AttachmentFacts> = {}): AttachmentFacts {
  return {
    externalId,
    place: 0,
    kind: "image",
    mimetype: "image/jpeg",
    name: "tandem.jpg",
    sizeBytes: 48_213,
    width: 1280,
    height: 960,
    durationSeconds: null,
    isSticker: false,
    isVoiceNote: false,
    isGif: false,
    isUnavailable: false,
    cardKind: null,
    linkUrl: null,
    ...told,
  };
}

export function body(text: string | null, told: Partial<MessageBody> = {}): MessageBody {
  return {
    text,
    sender: ana,
    kind: "message",
    eventType: null,
    isHidden: false,
    isUnsupported: false,
    messageType: "MESSAGE",
    providerId: null,
    quoted: null,
    attachments: [],
    ...told,
  };
}

const firstMinuteMs = Date.parse("2026-03-02T08:00:00.000Z");

/** The instant `minutes` after the story began, 2 March 2026 at 8:00 UTC. Fractions are fine. */
export function minute(minutes: number): string {
  return new Date(firstMinuteMs + Math.round(minutes * 60_000)).toISOString();
}

/** Happened at a minute, heard of at once; the sequence follows the minute unless it is told. */
export function stampAt(minutes: number, sequence: number = Math.round(minutes) + 1) {
  return { at: minute(minutes), receivedAt: minute(minutes), sequence };
}

export function receipts(told: Partial<ReceiptFacts> = {}): ReceiptFacts {
  return { isDelivered: false, isRead: false, readers: [], ...told };
}

type Told<Event extends { type: string }> = Partial<Omit<Event, "type">>;

const inChat = { ...stampAt(0), account: whatsapp, chat: anasChat, people: [ana] };
const said = { directionBasis: "is-sender", receipts: receipts() } as const;
const theirs = { ...inChat, messageId: "message-1", direction: "incoming", ...said } as const;
const ours = { ...theirs, messageId: "message-2", direction: "outgoing" } as const;

/** Ana writes. */
export function messageReceived(told: Told<MessageReceived> = {}): MessageReceived {
  return { type: "message.received", ...theirs, body: body("Is the blue tandem still for rent?"), ...told };
}

/** We answer, from the phone. */
export function messageSentByUs(told: Told<MessageReceived> = {}): MessageReceived {
  const answer = body("Yes, from noon.", { sender: tandemDesk });
  return { type: "message.received", ...ours, ...stampAt(2), body: answer, ...told };
}

export function messageEdited(told: Told<MessageEdited> = {}): MessageEdited {
  const text = "Is the blue tandem still for rent on Saturday?";
  return { type: "message.edited", ...theirs, ...stampAt(1), body: body(text), ...told };
}

export function messageDeleted(told: Told<MessageDeleted> = {}): MessageDeleted {
  return { type: "message.deleted", ...theirs, ...stampAt(9), ...told };
}

/** Our answer reached Ana. */
export function messageDelivered(told: Told<MessageDelivered> = {}): MessageDelivered {
  return { type: "message.delivered", ...ours, ...stampAt(3), body: null, ...told };
}

/** Ana read our answer. */
export function messageRead(told: Told<MessageRead> = {}): MessageRead {
  return { type: "message.read", ...ours, ...stampAt(4), body: null, ...told };
}

/** Ana read everything so far. */
export function chatRead(told: Told<ChatRead> = {}): ChatRead {
  return { type: "chat.read", ...inChat, ...stampAt(5), ...told };
}

/** Ana likes our answer. */
export function reactionSet(told: Told<ReactionSet> = {}): ReactionSet {
  return { type: "reaction.set", ...ours, ...stampAt(6), reactor: ana, emoji: "👍", body: null, ...told };
}

export function reactionRemoved(told: Told<ReactionRemoved> = {}): ReactionRemoved {
  return { type: "reaction.removed", ...ours, ...stampAt(7), reactor: ana, body: null, ...told };
}

/** The API is asked about our answer, at noon: all is as it was sent, and nothing is told of reactions. */
export function messageFetched(told: Told<MessageFetched> = {}): MessageFetched {
  const answer = body("Yes, from noon.", { sender: tandemDesk });
  const asItWas = {
    sentAt: minute(2),
    body: answer,
    isEdited: false,
    isDeleted: false,
    isMissed: false,
    reactions: null,
  };
  return { type: "message.fetched", ...ours, ...stampAt(240), ...asItWas, ...told };
}

/** The API is asked who is in Ana's chat. */
export function chatFetched(told: Told<ChatFetched> = {}): ChatFetched {
  return { type: "chat.fetched", ...inChat, ...stampAt(241), ...told };
}

/** The API is asked about the desk's account. */
export function accountFetched(told: Told<AccountFetched> = {}): AccountFetched {
  const asItIs = { name: "Tandem Desk", since: minute(-600), state: "ok", rawState: "OK" } as const;
  return { type: "account.fetched", ...stampAt(242), account: whatsapp, ...asItIs, ...told };
}

export function accountChanged(told: Told<AccountChanged> = {}): AccountChanged {
  const changed = { ...stampAt(8), account: whatsapp, state: "reconnect", rawState: "CREDENTIALS" } as const;
  return { type: "account.changed", ...changed, ...told };
}
