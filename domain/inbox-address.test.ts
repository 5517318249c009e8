import { expect, test } from "vitest";
import {
  chatsUrl,
  formatInboxAddress,
  isFiltered,
  messagesUrl,
  openingUrl,
  parseInboxAddress,
  toChatsQuery,
  wholeInbox,
  withChat,
} from "./inbox-address";

const parse = (search: string) => parseInboxAddress(new URLSearchParams(search));

test("an address that is written and read again says the same", () => {
  const waiting = { ...wholeInbox, view: "waiting", accountId: "a1", folder: "INBOX", isUnread: true } as const;
  const address = { ...waiting, chatId: "7f", messageId: "m9" };
  const search = "view=waiting&accountId=a1&folder=INBOX&unread=true&chat=7f&message=m9";
  expect(formatInboxAddress(address)).toBe(`/inbox?${search}`);
  expect(parse(search)).toEqual(address);
});

test("what is missing, empty or far too long is no filter", () => {
  const search = "provider=&unread=yes&view=mine&folder=INBOX&chat=" + "x".repeat(300);
  expect(parse(search)).toEqual({ ...wholeInbox, chatId: null, messageId: null });
  expect(formatInboxAddress(parse(""))).toBe("/inbox");
});

test("the list is read by its filters and not by the open chat", () => {
  expect(chatsUrl(parse("provider=X&chat=7f"), null)).toBe("/api/chats?provider=X");
  expect(chatsUrl(parse(""), "next page")).toBe("/api/chats?cursor=next+page");
  expect(chatsUrl(parse("unread=true"), "all 1 2", 1)).toBe("/api/chats?unread=true&cursor=all+1+2&limit=1");
  expect(toChatsQuery(parse("view=waiting&chat=7f"))).toEqual({ view: "waiting" });
});

test("a message is shown in its chat alone", () => {
  expect(parse("message=m9").messageId).toBeNull();
  const address = parse("provider=X&chat=7f&message=m9");
  expect(formatInboxAddress(withChat(address, "8a"))).toBe("/inbox?provider=X&chat=8a");
  expect(formatInboxAddress(withChat(address, null))).toBe("/inbox?provider=X");
  expect(openingUrl("7f", "m9")).toBe("/api/chats/7f/messages?around=m9");
  expect(openingUrl("7f", null)).toBe("/api/chats/7f/messages?around=unread");
});

test("an id cannot leave its place in the path", () => {
  expect(messagesUrl("../accounts?x=")).toBe("/api/chats/..%2Faccounts%3Fx%3D/messages");
});

test("a view is no filter", () => {
  expect(isFiltered(parse("view=waiting"))).toBe(false);
  expect(isFiltered(parse("view=waiting&unread=true"))).toBe(true);
});
