/** What the address bar says about the inbox: the view, the filters and the open chat. Read on both sides, so that a link restores the screen. */
export const views = ["waiting", "all"] as const;
export type View = (typeof views)[number];

/** `folder` is one of an account's own inboxes, so it is null where no account is chosen. */
export type ChatFilter = {
  view: View;
  provider: string | null;
  accountId: string | null;
  folder: string | null;
  isUnread: boolean;
};
/** `messageId` is a message of the open chat to show first; null where no chat is open. */
export type InboxAddress = ChatFilter & { chatId: string | null; messageId: string | null };

/** Every chat of the inbox, newest activity first: what the address says when it says nothing. */
export const wholeInbox: ChatFilter = { view: "all", provider: null, accountId: null, folder: null, isUnread: false };

const text = (value: string | null) => (value === null || value === "" || value.length > 200 ? null : value);

export function parseInboxAddress(search: URLSearchParams): InboxAddress {
  const accountId = text(search.get("accountId"));
  const chatId = text(search.get("chat"));
  return {
    view: search.get("view") === "waiting" ? "waiting" : "all",
    provider: text(search.get("provider")),
    accountId,
    folder: accountId === null ? null : text(search.get("folder")),
    isUnread: search.get("unread") === "true",
    chatId,
    messageId: chatId === null ? null : text(search.get("message")),
  };
}

function filterParams({ view, provider, accountId, folder, isUnread }: ChatFilter): URLSearchParams {
  const params = new URLSearchParams();
  if (view !== "all") params.set("view", view);
  if (provider !== null) params.set("provider", provider);
  if (accountId !== null) params.set("accountId", accountId);
  if (folder !== null) params.set("folder", folder);
  if (isUnread) params.set("unread", "true");
  return params;
}

const withParams = (path: string, params: URLSearchParams) =>
  params.size === 0 ? path : `${path}?${params.toString()}`;

export function formatInboxAddress(address: InboxAddress): string {
  const params = filterParams(address);
  if (address.chatId !== null) params.set("chat", address.chatId);
  if (address.messageId !== null) params.set("message", address.messageId);
  return withParams("/inbox", params);
}

/** The same list with another chat open, or none; what was to be shown in the one before is forgotten. */
export function withChat(address: InboxAddress, chatId: string | null): InboxAddress {
  return { ...address, chatId, messageId: null };
}

/** Whether anything narrows the view; the view itself does not count. */
export function isFiltered({ provider, accountId, isUnread }: ChatFilter): boolean {
  return provider !== null || accountId !== null || isUnread;
}

/** The parameters by which the server is asked for this list, as its query's fields. */
export function toChatsQuery(filter: ChatFilter): Record<string, string> {
  return Object.fromEntries(filterParams(filter));
}

/** Where a page of the list is read; that of the first is the same on server and client, since it is also the cache's key. */
export function chatsUrl(filter: ChatFilter, cursor: string | null, limit: number | null = null): string {
  const params = filterParams(filter);
  if (cursor !== null) params.set("cursor", cursor);
  if (limit !== null) params.set("limit", String(limit));
  return withParams("/api/chats", params);
}

export const accountsUrl = "/api/accounts";
export const chatUrl = (chatId: string) => `/api/chats/${encodeURIComponent(chatId)}`;
export const readMarkUrl = (chatId: string) => `${chatUrl(chatId)}/read-mark`;

/** Which messages of a chat: nothing said is the newest page. The words are those of the route (docs/api.md). */
export type MessagesWanted = Partial<Record<"before" | "after" | "around" | "at" | "from" | "to" | "limit", string>>;

export function messagesUrl(chatId: string, wanted: MessagesWanted = {}): string {
  return withParams(`${chatUrl(chatId)}/messages`, new URLSearchParams(wanted));
}

/** Under which name the messages on screen are kept and read again; it begins as every address of the chat's messages does. */
export const windowKey = (chatId: string) => `${messagesUrl(chatId)}#window`;

/** The page with which a chat opens: around a message, else around what is unread, which is the end where nothing is. */
export function openingUrl(chatId: string, messageId: string | null): string {
  return messagesUrl(chatId, { around: messageId ?? "unread" });
}
