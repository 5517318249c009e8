/** The writing half of the vendor's API. Each write changes the world and comes back as a webhook, as the vendor's own sends do. */
import { ApiError } from "./api-answer";
import type { Answer } from "./api-answer";
import { getChat, getMessage, need } from "./api-reads";
import type { ReadRequest } from "./api-reads";
import { digits } from "./world";
import { addMessage, changeStatus, deleteMessage, editMessage, react } from "./happenings";
import type { VendorAttachment } from "./attachments";
import type { WebhookPayload } from "./webhook-body";
import type { VendorChat, VendorMessage } from "./world";

export type WriteRequest = ReadRequest & {
  form: FormData;
  json: Record<string, unknown>;
  nowMs: number;
  echo: (payload: WebhookPayload) => void;
  /** a message of ours was taken: somebody may answer */
  onSent: (message: VendorMessage) => void;
};
export type WriteHandler = (request: WriteRequest) => Answer | Promise<Answer>;

export const writeHandlers: readonly (readonly [method: string, path: string, handler: WriteHandler])[] = [
  ["POST", "chats/:id/messages", sendMessage],
  ["PATCH", "chats/:id", patchChat],
  ["PATCH", "messages/:id", patchMessage],
  ["DELETE", "messages/:id", removeMessage],
  ["POST", "messages/:id/reaction", sendReaction],
  ["POST", "messages/:id/forward", forwardMessage],
  ["POST", "accounts/:id/restart", restartAccount],
  ["DELETE", "accounts/:id", removeAccount],
];

async function sendMessage(request: WriteRequest): Promise<Answer> {
  const { form, world } = request;
  const chat = requireWritable(getChat(request), readText(form, "account_id"));
  const text = readText(form, "text");
  const attachments = await Promise.all(
    form.getAll("attachments").map((file) => toAttachment(file, world.random.id())),
  );
  if (text === null && attachments.length === 0)
    throw new ApiError(400, "missing_parameters", "text or attachments are needed.");
  const quoted = world.messages.get(readText(form, "quote_id") ?? "") ?? null;
  return publish(request, { chat, text, attachments, quoted });
}

type Draft = {
  chat: VendorChat;
  text: string | null;
  attachments: VendorAttachment[];
  quoted: VendorMessage | null;
  isForwarded?: boolean;
};

function publish({ world, nowMs, echo, onSent }: WriteRequest, draft: Draft): Answer {
  const at = new Date(nowMs).toISOString();
  const { message, payload } = addMessage(world, { ...draft, sender: draft.chat.account.self, at });
  echo(payload);
  onSent(message);
  return { status: 201, json: { object: "MessageSent", message_id: message.id } };
}

function requireWritable(chat: VendorChat, accountId: string | null): VendorChat {
  if (accountId !== null && accountId !== chat.account.id)
    throw new ApiError(401, "wrong_account", "The chat belongs to another account.");
  if (chat.account.status !== "OK")
    throw new ApiError(401, "disconnected_account", "The account appears to be disconnected.");
  if (chat.readOnly > 0) throw new ApiError(403, "feature_not_subscribed", "This chat is read-only.");
  return chat;
}

function readText(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === "string" && value !== "" ? value : null;
}

async function toAttachment(file: File | string, id: string): Promise<VendorAttachment> {
  if (typeof file === "string") throw new ApiError(400, "invalid_parameters", "attachments must be files.");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [family] = file.type.split("/");
  const type = family === "image" ? "img" : family === "video" || family === "audio" ? family : "file";
  const unknown = { width: null, height: null, durationSeconds: null };
  const flags = { isSticker: false, isVoiceNote: false, isGif: false, isUnavailable: false };
  return {
    id,
    type,
    mimetype: file.type,
    name: file.name,
    sizeBytes: bytes.length,
    ...unknown,
    ...flags,
    bytes: () => bytes,
  };
}

const chatFlags: Record<string, (chat: VendorChat, value: boolean) => void> = {
  setReadStatus: (chat, value) => void (chat.unreadCount = value ? 0 : Math.max(1, chat.unreadCount)),
  setMuteStatus: (chat, value) => void (chat.isMuted = value),
  setArchiveStatus: (chat, value) => void (chat.isArchived = value),
  setPinnedStatus: (chat, value) => void (chat.isPinned = value),
};

function patchChat(request: WriteRequest): Answer {
  const chat = getChat(request);
  const action = typeof request.json.action === "string" ? request.json.action : "";
  const change = Object.hasOwn(chatFlags, action) ? chatFlags[action] : undefined;
  if (change === undefined || typeof request.json.value !== "boolean") {
    throw new ApiError(400, "invalid_parameters", "action must be known and value true or false.");
  }
  change(chat, request.json.value);
  return { status: 200, json: { object: "ChatPatched" } };
}

function requireOurs(request: WriteRequest): VendorMessage {
  const message = getMessage(request);
  requireWritable(message.chat, null);
  if (!message.sender.isSelf) throw new ApiError(422, "unprocessable_entity", "Only own messages can be changed.");
  return message;
}

function patchMessage(request: WriteRequest): Answer {
  const message = requireOurs(request);
  if (typeof request.json.text !== "string") throw new ApiError(400, "missing_parameters", "text is needed.");
  request.echo(editMessage(message, request.json.text, new Date(request.nowMs).toISOString()));
  return { status: 200, json: { object: "MessageEdited" } };
}

function removeMessage(request: WriteRequest): Answer {
  request.echo(deleteMessage(requireOurs(request), new Date(request.nowMs).toISOString()));
  return { status: 200, json: { object: "MessageDeleted" } };
}

function sendReaction(request: WriteRequest): Answer {
  const message = getMessage(request);
  const { self } = requireWritable(message.chat, null).account;
  if (typeof request.json.reaction !== "string") throw new ApiError(400, "missing_parameters", "reaction is needed.");
  request.echo(react(message, self, { emoji: request.json.reaction, at: new Date(request.nowMs).toISOString() }));
  return { status: 200, json: { object: "ReactionAdded" } };
}

function forwardMessage(request: WriteRequest): Answer {
  const { text, attachments } = getMessage(request);
  const target = need(request.world.chats.get(String(request.json.chat_id)), "The chat");
  const chat = requireWritable(target, null);
  publish(request, { chat, text, attachments, quoted: null, isForwarded: true });
  return { status: 200, json: { object: "MessageForwarded", id: digits(request.world.random, 8) } };
}

function removeAccount({ world, ids, echo }: WriteRequest): Answer {
  const account = need(world.accounts.get(ids[0] ?? ""), "The account");
  world.accounts.delete(account.id);
  echo(changeStatus(account, "DELETED"));
  return { status: 200, json: { object: "AccountDeleted" } };
}

function restartAccount(request: WriteRequest): Answer {
  const account = need(request.world.accounts.get(request.ids[0] ?? ""), "The account");
  request.echo(changeStatus(account, "OK"));
  return { status: 200, json: { object: "AccountRestarted", account_id: account.id } };
}
