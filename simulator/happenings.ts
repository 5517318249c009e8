/** Everything that can happen in the vendor's world. Each changes the world and returns the body of the webhook that tells of it. */
import type { VendorAttachment } from "./attachments";
import {
  toAccountStatus,
  toChatRead,
  toMessageDeleted,
  toMessageDelivered,
  toMessageEdited,
  toMessageRead,
  toMessageReceived,
  toReaction,
} from "./to-payload";
import type { WebhookPayload } from "./webhook-body";
import type { VendorAccount, VendorChat, VendorMessage, VendorPerson, World } from "./world";
import { digits } from "./world";

export type MessageDraft = {
  chat: VendorChat;
  sender: VendorPerson;
  at: string;
  text: string | null;
  attachments?: VendorAttachment[];
  quoted?: VendorMessage | null;
  messageType?: string;
  eventType?: number | null;
  isForwarded?: boolean;
};

export function addMessage(world: World, draft: MessageDraft): { message: VendorMessage; payload: WebhookPayload } {
  const { chat, sender } = draft;
  const message: VendorMessage = {
    id: world.random.id(),
    providerId: toProviderMessageId(world, chat.account),
    chat,
    sender,
    text: draft.text,
    at: draft.at,
    attachments: draft.attachments ?? [],
    quoted: draft.quoted ?? null,
    reactions: new Map(),
    messageType: draft.messageType ?? "MESSAGE",
    eventType: draft.eventType ?? null,
    isForwarded: draft.isForwarded ?? false,
    isDelivered: false,
    seenBy: new Map(),
    isEdited: false,
    isDeleted: false,
  };
  chat.messages.push(message);
  chat.unreadCount = sender.isSelf ? 0 : chat.unreadCount + 1;
  world.messages.set(message.id, message);
  return { message, payload: toMessageReceived(message) };
}

function toProviderMessageId(world: World, account: VendorAccount): string {
  if (account.provider === "WHATSAPP") return `3EB0${digits(world.random, 16)}`;
  return account.provider === "LINKEDIN" ? `2-${world.random.id()}` : digits(world.random, 17);
}

/** A new one replaces this person's earlier one; an empty emoji removes it. */
export function react(message: VendorMessage, by: VendorPerson, told: { emoji: string; at: string }): WebhookPayload {
  if (told.emoji === "") message.reactions.delete(by.id);
  else message.reactions.set(by.id, { emoji: told.emoji, person: by });
  return toReaction(message, by, told);
}

export function editMessage(message: VendorMessage, text: string, at: string): WebhookPayload {
  message.text = text;
  message.isEdited = true;
  return toMessageEdited(message, at);
}

export function deleteMessage(message: VendorMessage, at: string): WebhookPayload {
  message.isDeleted = true;
  return toMessageDeleted(message, at);
}

export function deliverMessage(message: VendorMessage, at: string): WebhookPayload {
  message.isDelivered = true;
  return toMessageDelivered(message, at);
}

/** Instagram and Messenger tell only that the chat was read, the others name the message. */
export function readMessage(message: VendorMessage, by: VendorPerson, at: string): WebhookPayload {
  message.isDelivered = true;
  message.seenBy.set(by.providerId, at);
  const { provider } = message.chat.account;
  const isWholeChat = provider === "INSTAGRAM" || provider === "MESSENGER";
  return isWholeChat ? toChatRead(message.chat, at) : toMessageRead(message, at);
}

export function changeStatus(account: VendorAccount, status: string): WebhookPayload {
  account.status = status;
  return toAccountStatus(account, status);
}
