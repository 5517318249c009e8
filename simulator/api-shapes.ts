/** World → what the vendor's API answers. */
import { toAttachment } from "./to-payload";
import type { VendorAccount, VendorChat, VendorMessage, VendorPerson } from "./world";

type Shape = Record<string, unknown>;

export function toAccountShape(account: VendorAccount): Shape {
  const im =
    account.phoneNumber === null
      ? { id: account.userId, username: account.name }
      : { phone_number: account.phoneNumber };
  return {
    object: "Account",
    id: account.id,
    name: account.name,
    type: account.provider,
    created_at: account.createdAt,
    connection_params: { im },
    sources: [{ id: `${account.id}_MESSAGING`, status: account.status }],
  };
}

export function toChatShape(chat: VendorChat): Shape {
  const [first] = chat.people;
  return {
    object: "Chat",
    id: chat.id,
    account_id: chat.account.id,
    account_type: chat.account.provider,
    provider_id: chat.providerId,
    ...(!chat.isGroup && first !== undefined && { attendee_provider_id: first.providerId }),
    name: chat.isGroup ? chat.subject : null,
    type: chat.isGroup ? 1 : 0,
    timestamp: chat.messages.at(-1)?.at ?? null,
    unread_count: chat.unreadCount,
    archived: Number(chat.isArchived),
    pinned: Number(chat.isPinned),
    muted_until: chat.isMuted ? -1 : null,
    read_only: chat.readOnly,
    disabledFeatures: [],
    subject: chat.subject,
    ...(chat.contentType !== null && { content_type: chat.contentType }),
    folder: chat.folders,
  };
}

/** One chat alone comes with its last message. */
export function toWholeChatShape(chat: VendorChat): Shape {
  const last = chat.messages.at(-1);
  return { ...toChatShape(chat), lastMessage: last === undefined ? null : toMessageShape(last) };
}

export function toMessageShape(message: VendorMessage): Shape {
  const { chat, sender } = message;
  return {
    object: "Message",
    id: message.id,
    account_id: chat.account.id,
    chat_id: chat.id,
    chat_provider_id: chat.providerId,
    provider_id: message.providerId,
    sender_id: sender.providerId,
    sender_attendee_id: sender.id,
    text: message.text,
    timestamp: message.at,
    is_sender: Number(sender.isSelf),
    attachments: message.attachments.map((attachment) => toAttachment(attachment, chat.account)),
    ...(message.quoted !== null && {
      quoted: {
        message_id: message.quoted.id,
        sender_id: message.quoted.sender.providerId,
        text: message.quoted.text,
        attachments: [],
      },
    }),
    reactions: [...message.reactions.values()].map(({ emoji, person }) => {
      return { value: emoji, sender_id: person.providerId, is_sender: person.isSelf };
    }),
    ...stateOf(message),
  };
}

/** WhatsApp and Telegram tell when somebody has read it, the others only that they did. */
function seenByOf({ seenBy, chat }: VendorMessage): Shape {
  const { provider } = chat.account;
  if (provider === "WHATSAPP" || provider === "TELEGRAM") return Object.fromEntries(seenBy);
  return Object.fromEntries(Array.from(seenBy.keys(), (reader) => [reader, true]));
}

function stateOf(message: VendorMessage): Shape {
  return {
    seen: Number(message.seenBy.size > 0),
    seen_by: seenByOf(message),
    delivered: Number(message.isDelivered),
    hidden: 0,
    deleted: Number(message.isDeleted),
    edited: Number(message.isEdited),
    is_event: Number(message.eventType !== null),
    ...(message.eventType !== null && { event_type: message.eventType }),
    behavior: null,
    original: "",
    message_type: message.messageType,
  };
}

export function toAttendeeShape(person: VendorPerson, account: VendorAccount): Shape {
  return {
    object: "ChatAttendee",
    id: person.id,
    account_id: account.id,
    provider_id: person.providerId,
    name: person.name,
    is_self: Number(person.isSelf),
    hidden: 0,
    profile_url: person.profileUrl,
    ...(person.specifics !== null && { specifics: person.specifics }),
  };
}
