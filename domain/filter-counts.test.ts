import { expect, test } from "vitest";
import { providerCounts, sortedAccounts, unreadWithin } from "./filter-counts";
import { wholeInbox } from "./inbox-address";
import { accountOf } from "./wire-examples";

const folders = [
  { folder: "INBOX_LINKEDIN_CLASSIC", unreadCount: 4 },
  { folder: "INBOX_LINKEDIN_RECRUITER", unreadCount: 1 },
];
const accounts = [
  accountOf({ id: "tg", provider: "TELEGRAM", name: "Desk", unreadCount: 1 }),
  accountOf({ id: "wa2", name: "Workshop", unreadCount: 2 }),
  accountOf({ id: "wa1", name: "Desk", unreadCount: 3 }),
  accountOf({ id: "li", provider: "LINKEDIN", name: "Mara", folders, unreadCount: 5 }),
];

test("a network counts what its accounts count, and all networks add up", () => {
  expect(providerCounts(accounts)).toEqual([
    { provider: "LINKEDIN", unreadCount: 5 },
    { provider: "WHATSAPP", unreadCount: 5 },
    { provider: "TELEGRAM", unreadCount: 1 },
  ]);
  expect(unreadWithin(accounts, wholeInbox)).toBe(11);
});

test("within a network, an account or a folder only its own count", () => {
  expect(unreadWithin(accounts, { ...wholeInbox, provider: "WHATSAPP" })).toBe(5);
  expect(unreadWithin(accounts, { ...wholeInbox, accountId: "wa2" })).toBe(2);
  expect(unreadWithin(accounts, { ...wholeInbox, accountId: "li", folder: "INBOX_LINKEDIN_RECRUITER" })).toBe(1);
  expect(unreadWithin(accounts, { ...wholeInbox, accountId: "li", folder: "nonsense" })).toBe(0);
});

test("accounts stand by network, then by name", () => {
  expect(sortedAccounts(accounts).map(({ id }) => id)).toEqual(["li", "wa1", "wa2", "tg"]);
});
