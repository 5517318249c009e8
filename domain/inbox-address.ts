/** What the address bar says about the inbox: the filters and the open chat. Read on both sides, so that a link restores the screen. */
export type ChatFilter = { provider: string | null; accountId: string | null; isUnread: boolean };
export type InboxAddress = ChatFilter & { chatId: string | null };

const text = (value: string | null) => (value === null || value === "" || value.length > 200 ? null : value);

export function parseInboxAddress(search: URLSearchParams): InboxAddress {
  return {
    provider: text(search.get("provider")),
    accountId: text(search.get("accountId")),
    isUnread: search.get("unread") === "true",
    chatId: text(search.get("chat")),
  };
}

function filterParams({ provider, accountId, isUnread }: ChatFilter): URLSearchParams {
  const params = new URLSearchParams();
  if (provider !== null) params.set("provider", provider);
  if (accountId !== null) params.set("accountId", accountId);
  if (isUnread) params.set("unread", "true");
  return params;
}

const withParams = (path: string, params: URLSearchParams) =>
  params.size === 0 ? path : `${path}?${params.toString()}`;

export function formatInboxAddress(address: InboxAddress): string {
  const params = filterParams(address);
  if (address.chatId !== null) params.set("chat", address.chatId);
  return withParams("/inbox", params);
}

export function isFiltered({ provider, accountId, isUnread }: ChatFilter): boolean {
  return provider !== null || accountId !== null || isUnread;
}

/** Where a page of the list is read; the same on server and client, since it is also the cache's key. */
export function chatsUrl(filter: ChatFilter, cursor: string | null): string {
  const params = filterParams(filter);
  if (cursor !== null) params.set("cursor", cursor);
  return withParams("/api/chats", params);
}

export const accountsUrl = "/api/accounts";
export const chatUrl = (chatId: string) => `/api/chats/${encodeURIComponent(chatId)}`;
export const readMarkUrl = (chatId: string) => `${chatUrl(chatId)}/read-mark`;

/** `before` is the cursor to an older page; null reads the newest one. */
export function messagesUrl(chatId: string, before: string | null): string {
  const params = new URLSearchParams();
  if (before !== null) params.set("before", before);
  return withParams(`${chatUrl(chatId)}/messages`, params);
}
