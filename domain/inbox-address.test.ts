import { expect, test } from "vitest";
import { chatsUrl, formatInboxAddress, messagesUrl, parseInboxAddress } from "./inbox-address";

const parse = (search: string) => parseInboxAddress(new URLSearchParams(search));

test("an address that is written and read again says the same", () => {
  const address = { provider: "WHATSAPP", accountId: null, isUnread: true, chatId: "7f" };
  expect(formatInboxAddress(address)).toBe("/inbox?provider=WHATSAPP&unread=true&chat=7f");
  expect(parse("provider=WHATSAPP&unread=true&chat=7f")).toEqual(address);
});

test("what is missing, empty or far too long is no filter", () => {
  expect(parse("provider=&unread=yes&chat=" + "x".repeat(300))).toEqual({
    provider: null,
    accountId: null,
    isUnread: false,
    chatId: null,
  });
  expect(formatInboxAddress(parse(""))).toBe("/inbox");
});

test("the list is read by its filters and not by the open chat", () => {
  expect(chatsUrl(parse("provider=X&chat=7f"), null)).toBe("/api/chats?provider=X");
  expect(chatsUrl(parse(""), "next page")).toBe("/api/chats?cursor=next+page");
});

test("an id cannot leave its place in the path", () => {
  expect(messagesUrl("../accounts?x=", null)).toBe("/api/chats/..%2Faccounts%3Fx%3D/messages");
});
