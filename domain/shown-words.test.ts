import { describe, expect, test } from "vitest";
import { attachmentDetails, attachmentLabel, attachmentTitle, cardHref, pictureBox } from "./attachment-words";
import { durationWords, sentence, sizeWords } from "./file-measures";
import { badgeCount, countedTitle, initials, manyCount } from "./measures";
import { groupReactions } from "./reaction-groups";
import { chatRowName, inboxName } from "./row-words";
import { systemLineWords } from "./system-lines";
import { accountOf, attachmentOf, chatOf } from "./wire-examples";

describe("measures", () => {
  test.each([
    [0, "0 B"],
    [999, "999 B"],
    [1000, "1 kB"],
    [48_213, "48 kB"],
    [999_600, "1 MB"],
    [1_240_000, "1.2 MB"],
    [5_000_000_000, "5 GB"],
  ])("%d bytes are %s", (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });

  test.each([
    [7, "0:07"],
    [59.6, "1:00"],
    [3723, "1:02:03"],
  ])("%d seconds are %s", (seconds, words) => {
    expect(durationWords(seconds)).toBe(words);
  });

  test("a badge has room for two digits", () => {
    expect([1, 99, 100].map(badgeCount)).toEqual(["1", "99", "99+"]);
    expect([99, 999, 1_000].map(manyCount)).toEqual(["99", "999", "999+"]);
  });

  test("a title begins with the count, one that stands there already gives way, and none is not said", () => {
    expect(countedTitle("Inbox · Postroom", 3)).toBe("(3) Inbox · Postroom");
    expect(countedTitle("(3) Inbox · Postroom", 1200)).toBe("(999+) Inbox · Postroom");
    expect(countedTitle("(999+) Inbox · Postroom", 0)).toBe("Inbox · Postroom");
  });

  test("a sentence ends in one full stop", () => {
    expect(["Away", "Away.", "Away.. "].map(sentence)).toEqual(["Away.", "Away.", "Away."]);
  });

  test.each([
    ["Ana Ribeiro", "AR"],
    ["ben", "B"],
    ["Maximilian von und zu Hohen", "MH"],
    ["佐々木 絵美", "佐絵"],
    ["@tandem", "T"],
    ["+15550123", "1"],
    ["🚲", "?"],
    ["", "?"],
  ])("%j has the initials %j", (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});

describe("attachments", () => {
  test("one without a name is called by what it is", () => {
    const voice = attachmentOf({ kind: "audio", isVoiceNote: true, name: null, durationSeconds: 17, sizeBytes: null });
    expect([attachmentTitle(voice), attachmentDetails(voice)]).toEqual(["Voice message", "0:17"]);
    expect([attachmentTitle(attachmentOf()), attachmentDetails(attachmentOf())]).toEqual([
      "tandem.jpg",
      "Photo · 48 kB",
    ]);
  });

  test("in words it says what it is, its name, its length and its size", () => {
    expect(attachmentLabel(attachmentOf())).toBe("Photo, tandem.jpg, 48 kB");
    expect(attachmentLabel(attachmentOf({ name: "\u202e", sizeBytes: null }))).toBe("Photo");
    expect(attachmentLabel(attachmentOf({ kind: "video", name: null, durationSeconds: 65, sizeBytes: 900 }))).toBe(
      "Video, 1:05, 900 B",
    );
  });

  test("a card leads to the web and nowhere else", () => {
    const hrefs = ["https://example.org/post", "mailto:ana@example.org", "javascript:alert(1)", null].map((linkUrl) =>
      cardHref(attachmentOf({ kind: "card", linkUrl })),
    );
    expect(hrefs).toEqual(["https://example.org/post", null, null, null]);
  });

  test("a picture's room has its own proportions, within bounds", () => {
    expect(pictureBox(attachmentOf({ width: 1280, height: 960 }))).toEqual({ width: 320, height: 240 });
    expect(pictureBox(attachmentOf({ width: 100, height: 4000 }))).toEqual({ width: 120, height: 320 });
    expect(pictureBox(attachmentOf({ width: null, height: null }))).toEqual({ width: 320, height: 240 });
    expect(pictureBox(attachmentOf({ isSticker: true, width: 512, height: 512 }))).toEqual({ width: 128, height: 128 });
  });
});

test("reactions are grouped by emoji and say who", () => {
  const by = (emoji: string, name: string, isSelf = false) => ({ emoji, attendee: { id: name, name }, isSelf });
  expect(
    groupReactions([by("👍", "Ana Ribeiro"), by("🎉", "Desk", true), by("👍", "Ben Osei"), by("👍", "Chiara")]),
  ).toEqual([
    { emoji: "👍", count: 3, isOurs: false, who: "Ana Ribeiro, Ben Osei and Chiara", shown: "" },
    { emoji: "🎉", count: 1, isOurs: true, who: "You", shown: "You" },
  ]);
  expect(groupReactions([by("👍", "Ana Ribeiro"), by("👍", "Desk", true)])).toEqual([
    { emoji: "👍", count: 2, isOurs: true, who: "You and Ana Ribeiro", shown: "You, Ana" },
  ]);
});

test("a system line says the provider's sentence, else what its number means", () => {
  expect(systemLineWords({ eventType: 8, text: null })).toEqual({ sign: "missed-call", text: "Missed voice call" });
  expect(systemLineWords({ eventType: 4, text: " Ben changed the subject " })).toEqual({
    sign: "group",
    text: "Ben changed the subject",
  });
  expect(systemLineWords({ eventType: 99, text: "" })).toEqual({ sign: "notice", text: "Notice" });
});

test("a row says in one sentence what it shows", () => {
  const present = { now: "2026-03-02T12:00:00.000Z", zone: "UTC" };
  const chat = chatOf({ unreadCount: 2, waitingSince: "2026-03-02T09:00:00.000Z" });
  expect(chatRowName(chat, present)).toBe(
    "Ana Ribeiro, WhatsApp, Tandem Desk, 2 unread, 08:15, waiting for 3 h, Is the blue tandem still for rent?",
  );
  expect(chatRowName(chatOf(), present)).not.toContain("unread");
  const lastMessage = { ...chat.lastMessage!, direction: "outgoing", state: "read" } as const;
  expect(chatRowName(chatOf({ lastMessage: { ...lastMessage, preview: "You: Yes." } }), present)).toMatch(
    /, Read, You: Yes\.$/,
  );
  const reaction = chatOf({ lastMessage: { ...lastMessage, preview: "Ana reacted 👍" } });
  expect(chatRowName(reaction, present)).not.toContain("Read");
});

test("an account says its network, what is unread and what ails it; one of its inboxes says which", () => {
  expect(inboxName(accountOf(), null)).toBe("Tandem Desk, WhatsApp");
  expect(inboxName(accountOf({ unreadCount: 3, state: "reconnect" }), null)).toBe(
    "Tandem Desk, WhatsApp, 3 unread, reconnect",
  );
  const mara = accountOf({ name: "Mara", provider: "LINKEDIN", feature: "recruiter", isQuiet: true });
  expect(inboxName(mara, null)).toBe("Mara, LinkedIn Recruiter, quiet");
  expect(inboxName(mara, { folder: "INBOX_LINKEDIN_CLASSIC", unreadCount: 1 })).toBe(
    "Mara, LinkedIn, Classic, 1 unread",
  );
});
