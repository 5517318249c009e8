/** The cast in the shapes of the wire, for tests of what is shown. Builders take what a test cares about; nothing in the product imports this file. */
import type { Account, Attachment, Chat, Message } from "./inbox";

const at = "2026-03-02T08:15:00.000Z";

export function accountOf(told: Partial<Account> = {}): Account {
  return {
    id: "account-whatsapp",
    externalId: "wa-desk",
    provider: "WHATSAPP",
    feature: null,
    name: "Tandem Desk",
    ownName: "Tandem Desk",
    identity: "+15550100",
    colour: null,
    shortName: null,
    state: "ok",
    rawState: "OK",
    unreadCount: 0,
    folders: [],
    lastEventAt: at,
    isQuiet: false,
    isTest: false,
    ...told,
  };
}

export function chatOf(told: Partial<Chat> = {}): Chat {
  const id = told.id ?? "chat-ana";
  const title = told.title ?? "Ana Ribeiro";
  return {
    id,
    externalId: `external-${id}`,
    account: { id: "account-whatsapp", provider: "WHATSAPP", name: "Tandem Desk" },
    title,
    pictureUrl: null,
    isGroup: false,
    lastActivityAt: at,
    unreadCount: 0,
    folder: "INBOX",
    waitingSince: null,
    status: "open",
    snoozedUntil: null,
    assignee: null,
    labels: [],
    lastMessage: {
      id: `${id}-last`,
      direction: "incoming",
      senderName: title,
      preview: "Is the blue tandem still for rent?",
      sentAt: at,
      state: null,
    },
    ...told,
  };
}

export function messageOf(told: Partial<Message> = {}): Message {
  const id = told.id ?? "message-1";
  return {
    id,
    externalId: `external-${id}`,
    chatId: "chat-ana",
    direction: "incoming",
    kind: "message",
    sender: { id: "ana", name: "Ana Ribeiro", providerId: null, profileUrl: null, pictureUrl: null },
    text: "Is the blue tandem still for rent?",
    isUnsupported: false,
    sentAt: at,
    receivedAt: at,
    editedAt: null,
    versions: [],
    deletedAt: null,
    state: null,
    deliveredAt: null,
    readAt: null,
    readBy: [],
    reactions: [],
    quoted: null,
    attachments: [],
    eventType: null,
    ...told,
  };
}

export function ownMessageOf(told: Partial<Message> = {}): Message {
  const sender = { id: "desk", name: "Tandem Desk", providerId: null, profileUrl: null, pictureUrl: null };
  return messageOf({ id: "message-2", direction: "outgoing", sender, text: "Yes, from noon.", state: "sent", ...told });
}

export function attachmentOf(told: Partial<Attachment> = {}): Attachment {
  return {
    id: "attachment-1",
    externalId: "attachment-1",
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
    url: "/api/attachments/attachment-1",
    ...told,
  };
}
