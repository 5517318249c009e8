/**
 * Everything that can happen to an inbox, in our words and in the past tense. The vendor's shapes end where these begin.
 * Events carry what one delivery said and nothing that other events teach; `apply` puts them together.
 */
import type { AccountState, AttachmentKind, CardKind, Direction, MessageKind } from "./inbox";

/**
 * When something happened and when we first heard of it. `at` is the provider's time, already bounded by `boundedTime`;
 * `sequence` is that of the delivery's first arrival, so that ties in time have one winner whatever the order of applying.
 */
export type Stamp = { at: string; sequence: number };

export type AccountFacts = {
  externalId: string;
  /** the vendor's word; null when the delivery names none */
  provider: string | null;
  feature: string | null;
  /** the account's own id and phone number at the provider, where the delivery told them */
  userId: string | null;
  phoneNumber: string | null;
};

/** A person as one delivery describes them. `aliases` are provider ids, public identifiers and phone numbers. */
export type PersonFacts = {
  externalId: string;
  name: string | null;
  profileUrl: string | null;
  providerId: string | null;
  aliases: readonly string[];
  isSelf: boolean;
};

export type ChatFacts = {
  externalId: string;
  providerId: string | null;
  isGroup: boolean | null;
  title: string | null;
  folder: string | null;
};

export type AttachmentFacts = {
  /** null when the vendor gave none: the attachment is then known by its place in the message */
  externalId: string | null;
  place: number;
  kind: AttachmentKind;
  mimetype: string | null;
  name: string | null;
  sizeBytes: number | null;
  width: number | null;
  height: number | null;
  durationSeconds: number | null;
  isSticker: boolean;
  isVoiceNote: boolean;
  isGif: boolean;
  isUnavailable: boolean;
  cardKind: CardKind | null;
  linkUrl: string | null;
};

export type QuotedFacts = { externalId: string | null; senderExternalId: string | null; text: string | null };

/**
 * How an event knows whose message it is about, weakest first: nothing said (taken as incoming), the sender's phone number, the
 * sender's provider id beside the account's user id, the vendor's own `is_sender`.
 */
export type DirectionBasis = "assumed" | "phone" | "user-id" | "is-sender";

export type MessageBody = {
  text: string | null;
  sender: PersonFacts | null;
  kind: MessageKind;
  /** the vendor's number of a system line, null for messages of people */
  eventType: number | null;
  isHidden: boolean;
  isUnsupported: boolean;
  messageType: string | null;
  providerId: string | null;
  quoted: QuotedFacts | null;
  attachments: readonly AttachmentFacts[];
};

/** Somebody who has read a message. `at` is null where it was only said that they did. */
export type ReaderFacts = { person: PersonFacts; at: string | null };

/** How far a message got, as one that is carried whole may say besides what happened to it. Flags tell no time. */
export type ReceiptFacts = { isDelivered: boolean; isRead: boolean; readers: readonly ReaderFacts[] };

type Happened = Stamp & { receivedAt: string; account: AccountFacts };
type InChat = Happened & { chat: ChatFacts; people: readonly PersonFacts[] };
/** Every event of a message may say whose it is, with or without a body. */
type OnMessage = InChat & {
  messageId: string;
  direction: Direction;
  directionBasis: DirectionBasis;
  receipts: ReceiptFacts;
};

export type MessageReceived = OnMessage & { type: "message.received"; body: MessageBody };
export type MessageEdited = OnMessage & { type: "message.edited"; body: MessageBody };
/** A withdrawal. Its text is ignored, whatever it holds. */
export type MessageDeleted = OnMessage & { type: "message.deleted" };
export type MessageDelivered = OnMessage & { type: "message.delivered"; body: MessageBody | null };
/** Somebody read this message: the other side if it is ours, we on another device if it is theirs. */
export type MessageRead = OnMessage & { type: "message.read"; body: MessageBody | null };
/** The other side read the chat up to `at`, never beyond the event's own arrival. */
export type ChatRead = InChat & { type: "chat.read" };
export type ReactionSet = OnMessage & {
  type: "reaction.set";
  reactor: PersonFacts;
  emoji: string;
  body: MessageBody | null;
};
export type ReactionRemoved = OnMessage & { type: "reaction.removed"; reactor: PersonFacts; body: MessageBody | null };
/**
 * The vendor's API told a message as it is: everything that has happened to it by `at`, when it was asked, and of nothing when
 * it happened. Only `sentAt`, the message's own time, is told; null when it could not be read.
 */
export type MessageFetched = OnMessage & {
  type: "message.fetched";
  sentAt: string | null;
  body: MessageBody | null;
  isEdited: boolean;
  isDeleted: boolean;
  /** it was found missing after an outage: news to the team, where history is none */
  isMissed: boolean;
  /** all that stand on the message; null when the answer said nothing about reactions */
  reactions: readonly { reactor: PersonFacts; emoji: string }[] | null;
};
/** The vendor's API told who is in a chat and what it is called, when it was asked. */
export type ChatFetched = InChat & { type: "chat.fetched" };
/** Carries no time of its own: of several, the one kept last counts. */
export type AccountChanged = Happened & { type: "account.changed"; state: AccountState; rawState: string };

/**
 * The vendor's API told an account as it is, which settles its state. `since` is when it was made there, null where nobody told; a null
 * state was not told.
 */
export type AccountFetched = Happened & {
  type: "account.fetched";
  name: string | null;
  since: string | null;
  state: AccountState | null;
  rawState: string | null;
};

export type MessageEvent =
  | MessageReceived
  | MessageEdited
  | MessageDeleted
  | MessageDelivered
  | MessageRead
  | ReactionSet
  | ReactionRemoved
  | MessageFetched;

export type ChatEvent = MessageEvent | ChatRead | ChatFetched;
export type InboxEvent = ChatEvent | AccountChanged | AccountFetched;

/** Whether it was asked for: that says nothing of what is delivered. */
export function isFetched({ type }: InboxEvent): boolean {
  return type === "message.fetched" || type === "chat.fetched" || type === "account.fetched";
}

const clockLeewayMs = 5 * 60_000;
const earliestTime = "0001-01-01T00:00:00.000Z";
const latestTime = "9999-12-31T23:59:59.999Z";

/**
 * The time an event counts at: what the vendor says, but never later than its arrival + 5 minutes, so that a wrong clock
 * cannot pin a chat on top; the arrival when the vendor's time is missing, unreadable or outside the years 1 to 9999.
 */
export function boundedTime(claimed: string | null, receivedAt: string): string {
  const claimedMs = claimed === null ? Number.NaN : Date.parse(claimed);
  if (Number.isNaN(claimedMs)) return receivedAt;
  const limitMs = Date.parse(receivedAt) + clockLeewayMs;
  const boundedMs = Math.min(claimedMs, limitMs);
  if (boundedMs < Date.parse(earliestTime) || boundedMs > Date.parse(latestTime)) return receivedAt;
  return new Date(boundedMs).toISOString();
}

/** Everybody whom the event shows in the chat: those it lists, the sender of its body, the one who reacted. */
export function membersOf(event: InboxEvent): readonly PersonFacts[] {
  if (!("chat" in event)) return [];
  const sender = "body" in event ? (event.body?.sender ?? null) : null;
  const reactor = "reactor" in event ? event.reactor : null;
  return [...event.people, sender, reactor].filter((person) => person !== null);
}

/**
 * Everybody whom the event describes. Readers, and reactors that the API lists, are known by a provider's id alone: under it they
 * are no further members, but the same people as those in the chat who have that alias.
 */
export function peopleOf(event: InboxEvent): readonly PersonFacts[] {
  const readers = "receipts" in event ? event.receipts.readers.map(({ person }) => person) : [];
  const listed = event.type === "message.fetched" ? (event.reactions ?? []).map(({ reactor }) => reactor) : [];
  return [...membersOf(event), ...readers, ...listed];
}
