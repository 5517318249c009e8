/**
 * The nouns of the inbox, in the one shape that pages, JSON routes and hooks share.
 * Times are ISO 8601 strings in UTC with milliseconds; `null` means "not known", never "empty".
 * `id` is ours, `externalId` is the vendor's, so a person with the vendor's logs finds the same thing here.
 */

import type { AccountColour } from "./account-look";

/** The vendor's words for the six networks. An account may carry a word we do not know; it must show, not throw. */
export type KnownProvider = "LINKEDIN" | "WHATSAPP" | "INSTAGRAM" | "MESSENGER" | "TELEGRAM" | "TWITTER";

export type AccountState = "ok" | "connecting" | "reconnect" | "error" | "stopped" | "deleted" | "unknown";

/** What an account has in one of its own inboxes; `folder` is the vendor's word, INBOX where none was told. */
export type Folder = { folder: string; unreadCount: number };

/** One identity connected at one provider. `unreadCount` counts its chats that hold something unread: the sum of those of its folders. */
export type Account = {
  id: string;
  externalId: string;
  /** a KnownProvider, or a word of the vendor that is new to us */
  provider: string;
  /** LinkedIn's product: classic, recruiter, sales_navigator, organization */
  feature: string | null;
  /** what it is called here: the team's short name for it, else its own */
  name: string;
  /** what it is called at the network */
  ownName: string;
  /** who it is at the network: its phone number, else its id there, as far as known */
  identity: string | null;
  /** by which the team tells it from others */
  colour: AccountColour | null;
  shortName: string | null;
  state: AccountState;
  /** the vendor's own word for the state, null until it told one */
  rawState: string | null;
  unreadCount: number;
  /** those with a chat; more than one only at LinkedIn */
  folders: Folder[];
  /** when the vendor last delivered anything of it */
  lastEventAt: string | null;
  /** it counts as connected, and yet nothing arrives at hours at which it usually does */
  isQuiet: boolean;
  /** made by the vendor's sample from our own settings page; can be cleared */
  isTest: boolean;
};

export type Direction = "incoming" | "outgoing";
export type MessageKind = "message" | "system";

/** How far an outgoing message got; only rises. Null for incoming messages. */
export type MessageState = "pending" | "sent" | "delivered" | "read" | "failed" | "unknown";

export type ChatStatus = "open" | "snoozed" | "done";

/** A person as seen in a chat; `isSelf` is our side. */
export type Attendee = {
  id: string;
  externalId: string;
  name: string;
  profileUrl: string | null;
  /** ours; null where no picture can be had */
  pictureUrl: string | null;
  isSelf: boolean;
};

export type MessagePreview = {
  id: string;
  direction: Direction;
  senderName: string;
  /** the whole line, shown as it is: "You: …", "Ana: …" in groups, the attachment's word, "Ana reacted 👍" */
  preview: string;
  sentAt: string;
  state: MessageState | null;
};

/** One conversation at one account, one-to-one or group. Chats without a message are not listed. */
export type Chat = {
  id: string;
  externalId: string;
  account: { id: string; provider: string; name: string };
  title: string;
  /** of the other person or the group; ours, null where no picture can be had */
  pictureUrl: string | null;
  isGroup: boolean;
  lastActivityAt: string;
  unreadCount: number;
  /** the vendor's word for the one of the account's inboxes that it lies in; INBOX where none was told */
  folder: string;
  /** since when somebody waits for our answer; null when nobody does */
  waitingSince: string | null;
  status: ChatStatus;
  snoozedUntil: string | null;
  assignee: { id: string; name: string } | null;
  labels: string[];
  lastMessage: MessagePreview | null;
};

/**
 * What `GET /api/chats/{id}` answers. `readThroughMessageId` is the last message the team has read, in the order shown;
 * `firstMessageAt` is the time of the chat's oldest one.
 */
export type ChatDetail = Chat & {
  attendees: Attendee[];
  readThroughMessageId: string | null;
  firstMessageAt: string | null;
  /** the vendor may have messages from before that */
  canLoadOlder: boolean;
};

export type Reaction = { emoji: string; attendee: { id: string; name: string }; isSelf: boolean };
/** Somebody has read a message. `at` is null where nobody told when. */
export type Receipt = { id: string; name: string; at: string | null };
export type AttachmentKind = "image" | "video" | "audio" | "file" | "card";
export type CardKind = "post" | "meeting" | "share" | "contact" | "profile";

export type Attachment = {
  id: string;
  externalId: string | null;
  kind: AttachmentKind;
  mimetype: string | null;
  name: string | null;
  sizeBytes: number | null;
  width: number | null;
  height: number | null;
  durationSeconds: number | null;
  isSticker: boolean;
  isVoiceNote: boolean;
  /** moves by itself and without sound: a GIF, or a short video that stands for one */
  isGif: boolean;
  isUnavailable: boolean;
  /** what a card shows; null for everything that is no card */
  cardKind: CardKind | null;
  /** where a card leads on the web, http or https; null when nobody told. A link for people, never something to fetch */
  linkUrl: string | null;
  /** ours, never the vendor's */
  url: string;
};

export type Message = {
  id: string;
  externalId: string;
  chatId: string;
  direction: Direction;
  kind: MessageKind;
  sender: { id: string; name: string; providerId: string | null; profileUrl: string | null; pictureUrl: string | null };
  text: string | null;
  /** the provider showed something our vendor cannot carry: "open it in the app" */
  isUnsupported: boolean;
  sentAt: string;
  receivedAt: string;
  editedAt: string | null;
  /** earlier texts, oldest first */
  versions: { text: string | null; at: string }[];
  deletedAt: string | null;
  state: MessageState | null;
  deliveredAt: string | null;
  readAt: string | null;
  /** of ours: who of the other side has read it, as far as they are known; of theirs: our account, if we read it on another device */
  readBy: Receipt[];
  reactions: Reaction[];
  quoted: { messageId: string | null; senderName: string | null; text: string | null } | null;
  attachments: Attachment[];
  /** what kind of line a system message is, in the vendor's number; null for messages of people */
  eventType: number | null;
};

export type DeliveryState = "kept" | "applied" | "ignored" | "quarantined";

/** One HTTP request of the vendor, kept raw. The ids are the vendor's, null when the body could not be read. */
export type Delivery = {
  id: string;
  receivedAt: string;
  state: DeliveryState;
  event: string | null;
  accountId: string | null;
  chatId: string | null;
  messageId: string | null;
  repeats: number;
  reason: string | null;
  problems: { path: string; message: string }[];
};

/** How many chats each view holds within the same filters; 1,000 stands for that many and more. */
export type ViewCounts = { waiting: number; all: number };
/** `counts` come with the first page alone. */
/**
 * written: it was sent, at the provider's time · kept: the first delivery about it reached us · read: by somebody of the other side ·
 * read-elsewhere: by us, on another device · chat-read: the other side read the chat up to a place below it · asked: the vendor's API
 * told it anew · unclear: a delivery that could not be read
 */
export type HistoryKind =
  | "written"
  | "kept"
  | "delivered"
  | "read"
  | "read-elsewhere"
  | "chat-read"
  | "edited"
  | "reacted"
  | "took-back"
  | "deleted"
  | "asked"
  | "unclear";

/** One thing that happened to a message. `at` is null where nobody told when. */
export type HistoryLine = {
  key: string;
  kind: HistoryKind;
  at: string | null;
  /** who did it, as far as the vendor names anybody */
  person: { name: string; isSelf: boolean } | null;
  emoji: string | null;
  /** of an edit; a null text is none, or not known */
  change: { from: string | null; to: string | null } | null;
  /** what told it; for owners and admins, empty for others */
  deliveryIds: string[];
};

/** A delivery as it came, for owners and admins. `body` is its beginning when `isCut`. */
export type RawDelivery = {
  id: string;
  event: string | null;
  receivedAt: string;
  state: DeliveryState;
  repeats: number;
  sizeBytes: number;
  body: string;
  isCut: boolean;
};

/** Oldest first. `deliveries` is empty for those who are no admins. */
export type MessageHistory = { lines: HistoryLine[]; deliveries: RawDelivery[] };

/** What came of asking the vendor's API: it told; it was asked within the minute; it gave no answer; there is no key to ask with. */
export type Asked = "told" | "recent" | "silent" | "not-configured";

export type ChatPage = { items: Chat[]; nextCursor: string | null; counts: ViewCounts | null };
/**
 * Oldest first. `before` and `after` are cursors to the neighbouring pages, null at either end; they are places (message-place.ts).
 * `unread` is told when the page was asked for around it: where what is new to the team begins in the order shown, and how much it is.
 */
export type MessagePage = {
  items: Message[];
  before: string | null;
  after: string | null;
  unread: { firstId: string; count: number } | null;
};
export type DeliveryPage = { items: Delivery[]; nextCursor: string | null; counts: Record<DeliveryState, number> };
