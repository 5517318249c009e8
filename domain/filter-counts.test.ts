import { expect, test } from "vitest";
import { providerCounts, sortedAccounts, unreadWithin } from "./filter-counts";
import { wholeInbox } from "./inbox-address";
import { accountOf } from "./wire-examples";

const accounts = [
  accountOf({ id: "tg", provider: "TELEGRAM", name: "Desk", unreadCount: 1 }),
  accountOf({ id: "wa2", name: "Workshop", unreadCount: 2 }),
  accountOf({ id: "wa1", name: "Desk", unreadCount: 3 }),
];
const everything = wholeInbox;

test("a network counts what its accounts count, and all networks add up", () => {
  expect(providerCounts(accounts)).toEqual([
    { provider: "WHATSAPP", unreadCount: 5 },
    { provider: "TELEGRAM", unreadCount: 1 },
  ]);
  expect(unreadWithin(accounts, everything)).toBe(6);
});

test("within a network or an account only its own count", () => {
  expect(unreadWithin(accounts, { ...everything, provider: "WHATSAPP" })).toBe(5);
  expect(unreadWithin(accounts, { ...everything, accountId: "wa2" })).toBe(2);
});

test("accounts stand by network, then by name", () => {
  expect(sortedAccounts(accounts).map(({ id }) => id)).toEqual(["wa1", "wa2", "tg"]);
});
