/**
 * World → the bodies of webhooks, with the fields of live traffic. Networks differ on purpose, as they do in life: WhatsApp tells a phone
 * number and no user id, Telegram sends booleans where others send 0 and 1, and there are two sets of attachment keys.
 */
import type { VendorAttachment } from "./attachments";
import type { WebhookPayload } from "./webhook-body";
import type { VendorAccount, VendorChat, VendorMessage, VendorPerson } from "./world";

const webhookName = "Postroom messages";

export function toMessageReceived(message: VendorMessage): WebhookPayload {
  return { event: "message_received", ...wholeMessage(message), timestamp: message.at };
}

export function toMessageEdited(message: VendorMessage, at: string): WebhookPayload {
  return { event: "message_edited", ...wholeMessage(message), timestamp: at };
}

export function toMessageDeleted(message: VendorMessage, at: string): WebhookPayload {
  return { event: "message_deleted", ...bareMessage(message), message: null, timestamp: at };
}

export function toMessageDelivered(message: VendorMessage, at: string): WebhookPayload {
  return { event: "message_delivered", ...bareMessage(message), timestamp: at };
}

export function toMessageRead(message: VendorMessage, at: string): WebhookPayload {
  return { event: "message_read", ...bareMessage(message), timestamp: at };
}

export function toChatRead(chat: VendorChat, at: string): WebhookPayload {
  return { event: "message_read", ...base(chat), timestamp: at };
}

/** An empty emoji takes the reaction back. */
export function toReaction(
  message: VendorMessage,
  by: VendorPerson,
  told: { emoji: string; at: string },
): WebhookPayload {
  return {
    event: "message_reaction",
    ...bareMessage(message),
    message: message.text,
    sender: toAttendee(message.sender),
    reaction: told.emoji,
    reaction_sender: toAttendee(by),
    timestamp: told.at,
  };
}

export function toAccountStatus(account: VendorAccount, status: string): WebhookPayload {
  return { AccountStatus: { account_id: account.id, account_type: account.provider, message: status } };
}

function base(chat: VendorChat): WebhookPayload {
  return {
    webhook_name: webhookName,
    account_id: chat.account.id,
    account_type: chat.account.provider,
    account_info: toAccountInfo(chat.account),
    chat_id: chat.id,
    provider_chat_id: chat.providerId,
    is_group: flag(chat.account, chat.isGroup),
  };
}

function bareMessage(message: VendorMessage): WebhookPayload {
  const { chat } = message;
  const isOurs = flag(chat.account, message.sender.isSelf);
  return { ...base(chat), message_id: message.id, provider_message_id: message.providerId, is_sender: isOurs };
}

function wholeMessage(message: VendorMessage): WebhookPayload {
  const { chat } = message;
  return {
    ...bareMessage(message),
    message: message.text,
    message_type: message.messageType,
    subject: chat.subject,
    chat_content_type: chat.contentType,
    folder: chat.folders,
    is_event: message.eventType === null ? 0 : 1,
    ...(message.eventType !== null && { event_type: message.eventType }),
    hidden: 0,
    is_forwarded: message.isForwarded ? 1 : 0,
    quoted: message.quoted === null ? null : toQuoted(message.quoted),
    sender: toAttendee(message.sender),
    attendees: attendeesOf(chat),
    attachments: message.attachments.map((attachment) => toAttachment(attachment, chat.account)),
  };
}

function toAccountInfo(account: VendorAccount): WebhookPayload {
  if (account.provider === "WHATSAPP") return { type: "WHATSAPP", phone_number: account.phoneNumber };
  return {
    type: account.provider,
    user_id: account.userId,
    ...(account.feature !== null && { feature: account.feature }),
  };
}

function flag(account: VendorAccount, value: boolean): boolean | number {
  return account.provider === "TELEGRAM" ? value : Number(value);
}

export function toAttendee(person: VendorPerson): WebhookPayload {
  return {
    attendee_id: person.id,
    attendee_name: person.name,
    attendee_provider_id: person.providerId,
    attendee_profile_url: person.profileUrl,
    ...(person.publicIdentifier !== null && { attendee_public_identifier: person.publicIdentifier }),
    ...(person.specifics !== null && { attendee_specifics: person.specifics }),
  };
}

/** LinkedIn lists the account itself among the attendees, the others do not. */
function attendeesOf(chat: VendorChat): WebhookPayload[] {
  const people = chat.account.provider === "LINKEDIN" ? [...chat.people, chat.account.self] : chat.people;
  return people.map(toAttendee);
}

function toQuoted(message: VendorMessage): WebhookPayload {
  return {
    message_id: message.id,
    provider_id: message.providerId,
    sender_id: message.sender.providerId,
    text: message.text,
    attachments: [],
  };
}

/** WhatsApp and Telegram use the second set of keys. */
export function toAttachment(attachment: VendorAttachment, account: VendorAccount): WebhookPayload {
  const hasSecondKeys = account.provider === "WHATSAPP" || account.provider === "TELEGRAM";
  return { ...(hasSecondKeys ? secondKeys(attachment) : firstKeys(attachment)), ...commonKeys(attachment) };
}

function firstKeys({ id, type, name, sizeBytes }: VendorAttachment): WebhookPayload {
  return { id, type, file_name: name, file_size: sizeBytes, url: `att://${id}` };
}

function secondKeys({ id, type, name, sizeBytes }: VendorAttachment): WebhookPayload {
  const attachmentSize = sizeBytes === null ? null : String(sizeBytes);
  return {
    attachment_id: id,
    attachment_type: type,
    attachment_name: name,
    attachment_size: attachmentSize,
    attachment_url: `att://${id}`,
  };
}

function commonKeys(attachment: VendorAttachment): WebhookPayload {
  const { width, height, durationSeconds } = attachment;
  return {
    mimetype: attachment.mimetype,
    ...(width !== null && height !== null && { size: { width: String(width), height: String(height) } }),
    ...(durationSeconds !== null && { duration: durationSeconds }),
    ...(attachment.isVoiceNote && { voice_note: true }),
    ...(attachment.isGif && { gif: true }),
    sticker: attachment.isSticker,
    unavailable: attachment.isUnavailable,
  };
}
