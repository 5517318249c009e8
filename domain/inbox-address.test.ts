import { expect, test } from "vitest";
import {
  chatsUrl,
  formatInboxAddress,
  isFiltered,
  messagesUrl,
  parseInboxAddress,
  toChatsQuery,
  wholeInbox,
} from "./inbox-address";

const parse = (search: string) => parseInboxAddress(new URLSearchParams(search));

test("an address that is written and read again says the same", () => {
  const waiting = { ...wholeInbox, view: "waiting", accountId: "a1", folder: "INBOX", isUnread: true } as const;
  const address = { ...waiting, chatId: "7f" };
  const search = "view=waiting&accountId=a1&folder=INBOX&unread=true&chat=7f";
  expect(formatInboxAddress(address)).toBe(`/inbox?${search}`);
  expect(parse(search)).toEqual(address);
});

test("what is missing, empty or far too long is no filter", () => {
  const search = "provider=&unread=yes&view=mine&folder=INBOX&chat=" + "x".repeat(300);
  expect(parse(search)).toEqual({ ...wholeInbox, chatId: null });
  expect(formatInboxAddress(parse(""))).toBe("/inbox");
});

test("the list is read by its filters and not by the open chat", () => {
  expect(chatsUrl(parse("provider=X&chat=7f"), null)).toBe("/api/chats?provider=X");
  expect(chatsUrl(parse(""), "next page")).toBe("/api/chats?cursor=next+page");
  expect(toChatsQuery(parse("view=waiting&chat=7f"))).toEqual({ view: "waiting" });
});

test("an id cannot leave its place in the path", () => {
  expect(messagesUrl("../accounts?x=", null)).toBe("/api/chats/..%2Faccounts%3Fx%3D/messages");
});

test("a view is no filter", () => {
  expect(isFiltered(parse("view=waiting"))).toBe(false);
  expect(isFiltered(parse("view=waiting&unread=true"))).toBe(true);
});
