import { expect, test } from "vitest";
import { compareProviders, providerOf, providerWords } from "./providers";

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

test("unknown networks are listed after ours", () => {
  expect(["SLACK", "TELEGRAM", "ALPHA", "LINKEDIN"].sort(compareProviders)).toEqual([
    "LINKEDIN",
    "TELEGRAM",
    "ALPHA",
    "SLACK",
  ]);
});
