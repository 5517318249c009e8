import { expect, test } from "vitest";
import { compareProviders, folderWords, providerOf, providerWords } from "./providers";

test("the six networks have their own word and mark", () => {
  const keys = ["LINKEDIN", "WHATSAPP", "INSTAGRAM", "MESSENGER", "TELEGRAM", "TWITTER"];
  expect(keys.map((key) => providerOf(key).label)).toEqual([
    "LinkedIn",
    "WhatsApp",
    "Instagram",
    "Messenger",
    "Telegram",
    "X",
  ]);
  expect(new Set(keys.map((key) => providerOf(key).mark)).size).toBe(6);
});

test.each([
  ["SLACK", "Slack"],
  ["google_chat", "Google chat"],
  ["", "Unknown network"],
  ["constructor", "Constructor"],
])("an unknown network %j shows as %j and throws nothing", (key, label) => {
  expect(providerOf(key)).toMatchObject({ label, mark: "other", appUrl: null });
});

test("LinkedIn's products are named, its classic inbox is not", () => {
  expect(providerWords("LINKEDIN", "recruiter")).toBe("LinkedIn Recruiter");
  expect(providerWords("LINKEDIN", "classic")).toBe("LinkedIn");
  expect(providerWords("WHATSAPP", null)).toBe("WhatsApp");
});

test("the inboxes of an account have human words, new ones their own", () => {
  const told = ["CLASSIC", "RECRUITER", "SALES_NAVIGATOR", "ORGANIZATION", "OPEN_HOUSE"].map(
    (word) => `INBOX_LINKEDIN_${word}`,
  );
  expect([...told, "INBOX", "ARCHIVE", "constructor"].map(folderWords)).toEqual([
    ...["Classic", "Recruiter", "Sales Navigator", "Page", "Open house"],
    ...["Other", "Archive", "Constructor"],
  ]);
});

test("unknown networks are listed after ours", () => {
  expect(["SLACK", "TELEGRAM", "ALPHA", "LINKEDIN"].sort(compareProviders)).toEqual([
    "LINKEDIN",
    "TELEGRAM",
    "ALPHA",
    "SLACK",
  ]);
});
