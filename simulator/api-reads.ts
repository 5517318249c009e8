/** The reading half of the vendor's API. */
import { isBetween, notFound, toPage } from "./api-answer";
import type { Answer } from "./api-answer";
import { toAccountShape, toAttendeeShape, toChatShape, toMessageShape, toWholeChatShape } from "./api-shapes";
import { paintPortrait } from "./bytes/portrait";
import type { VendorChat, VendorMessage, World } from "./world";

/** `ids` are the decoded variable parts of the path, in order. */
export type ReadRequest = { world: World; ids: readonly string[]; query: URLSearchParams; host: string };
export type ReadHandler = (request: ReadRequest) => Answer;

export const readHandlers: readonly (readonly [path: string, handler: ReadHandler])[] = [
  [
    "accounts",
    ({ world, query }) =>
      toPage("Account", query, { find: () => [...world.accounts.values()], toShape: toAccountShape }),
  ],
  [
    "accounts/:id",
    ({ world, ids }) => ({ status: 200, json: toAccountShape(need(world.accounts.get(ids[0] ?? ""), "The account")) }),
  ],
  ["accounts/:id/sync", () => ({ status: 200, json: { object: "AccountSync", status: "SYNC_DONE" } })],
  [
    "chats",
    ({ world, query }) => toPage("Chat", query, { find: (wanted) => findChats(world, wanted), toShape: toChatShape }),
  ],
  ["chats/:id", (request) => ({ status: 200, json: toWholeChatShape(getChat(request)) })],
  ["chats/:id/attendees", listAttendees],
  [
    "chats/:id/sync",
    (request) => ({ status: 200, json: { object: "ChatSync", chat_id: getChat(request).id, status: "SYNC_DONE" } }),
  ],
  ["chats/:id/messages", listMessagesOfChat],
  [
    "messages",
    ({ world, query }) =>
      toPage("Message", query, {
        find: (wanted) => findMessages([...world.messages.values()], wanted),
        toShape: toMessageShape,
      }),
  ],
  ["messages/:id", (request) => ({ status: 200, json: toMessageShape(getMessage(request)) })],
  ["messages/:id/attachments/:id", getAttachment],
  [
    "chat_attendees",
    ({ world, query }) =>
      toPage("ChatAttendee", query, {
        find: (wanted) => findPeople(world, wanted),
        toShape: ({ person, account }) => toAttendeeShape(person, account),
      }),
  ],
  [
    "chat_attendees/:id",
    ({ world, ids }) => {
      const { person, account } = need(world.people.get(ids[0] ?? ""), "The attendee");
      return { status: 200, json: toAttendeeShape(person, account) };
    },
  ],
  ["chat_attendees/:id/picture", getPicture],
];

export function need<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw notFound(what);
  return value;
}

/** A provider's id works too when the account is told. */
export function getChat({ world, ids, query }: ReadRequest): VendorChat {
  const id = ids[0] ?? "";
  const accountId = query.get("account_id");
  const byProvider = [...world.chats.values()].find((chat) => chat.providerId === id && chat.account.id === accountId);
  return need(world.chats.get(id) ?? byProvider, "The chat");
}

export function getMessage({ world, ids }: ReadRequest): VendorMessage {
  return need(world.messages.get(ids[0] ?? ""), "The message");
}

function findChats(world: World, query: URLSearchParams): VendorChat[] {
  const accountIds = query.get("account_id")?.split(",");
  const provider = query.get("account_type");
  const unread = query.get("unread");
  return [...world.chats.values()]
    .filter((chat) => accountIds === undefined || accountIds.includes(chat.account.id))
    .filter((chat) => provider === null || chat.account.provider === provider)
    .filter((chat) => unread === null || chat.unreadCount > 0 === (unread === "true" || unread === "1"))
    .filter((chat) => isBetween(chat.messages.at(-1)?.at ?? null, query))
    .sort((a, b) => (b.messages.at(-1)?.at ?? "").localeCompare(a.messages.at(-1)?.at ?? ""));
}

/** Newest first. */
function findMessages(messages: readonly VendorMessage[], query: URLSearchParams): VendorMessage[] {
  const sender = query.get("sender_id");
  const accountIds = query.get("account_id")?.split(",");
  return messages
    .filter((message) => sender === null || message.sender.id === sender || message.sender.providerId === sender)
    .filter((message) => accountIds === undefined || accountIds.includes(message.chat.account.id))
    .filter((message) => isBetween(message.at, query))
    .sort((a, b) => b.at.localeCompare(a.at));
}

function findPeople(world: World, query: URLSearchParams) {
  const accountId = query.get("account_id");
  return [...world.people.values()].filter(({ account }) => accountId === null || account.id === accountId);
}

function listAttendees(request: ReadRequest): Answer {
  const chat = getChat(request);
  const people = [...chat.people, chat.account.self];
  return toPage("ChatAttendee", request.query, {
    find: () => people,
    toShape: (person) => toAttendeeShape(person, chat.account),
  });
}

function listMessagesOfChat(request: ReadRequest): Answer {
  const chat = getChat(request);
  return toPage("Message", request.query, {
    find: (wanted) => findMessages(chat.messages, wanted),
    toShape: toMessageShape,
  });
}

function getAttachment(request: ReadRequest): Answer {
  const message = getMessage(request);
  const attachment = need(
    message.attachments.find(({ id }) => id === request.ids[1]),
    "The attachment",
  );
  const bytes = attachment.bytes();
  if (bytes === null) throw notFound("The file");
  return { status: 200, bytes, mimetype: attachment.mimetype ?? "application/octet-stream", name: attachment.name };
}

/** A person's portrait; a chat id gives the group's. */
function getPicture({ world, ids }: ReadRequest): Answer {
  const id = ids[0] ?? "";
  const name = world.people.get(id)?.person.name ?? world.chats.get(id)?.subject ?? undefined;
  return { status: 200, bytes: paintPortrait(need(name, "The picture")), mimetype: "image/png", name: null };
}
