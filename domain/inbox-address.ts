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
export type InboxAddress = ChatFilter & { chatId: string | null };

/** Every chat of the inbox, newest activity first: what the address says when it says nothing. */
export const wholeInbox: ChatFilter = { view: "all", provider: null, accountId: null, folder: null, isUnread: false };

const text = (value: string | null) => (value === null || value === "" || value.length > 200 ? null : value);

export function parseInboxAddress(search: URLSearchParams): InboxAddress {
  const accountId = text(search.get("accountId"));
  return {
    view: search.get("view") === "waiting" ? "waiting" : "all",
    provider: text(search.get("provider")),
    accountId,
    folder: accountId === null ? null : text(search.get("folder")),
    isUnread: search.get("unread") === "true",
    chatId: text(search.get("chat")),
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
  return withParams("/inbox", params);
}

/** Whether anything narrows the view; the view itself does not count. */
export function isFiltered({ provider, accountId, isUnread }: ChatFilter): boolean {
  return provider !== null || accountId !== null || isUnread;
}

/** The parameters by which the server is asked for this list, as its query's fields. */
export function toChatsQuery(filter: ChatFilter): Record<string, string> {
  return Object.fromEntries(filterParams(filter));
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
