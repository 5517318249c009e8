import { describe, expect, it } from "vitest";
import { attachmentWords, chatTitle, personName, phoneNumber, previewLine, systemWords } from "./chat-list";
import type { PreviewedMessage, PreviewedReaction } from "./chat-list";

const ana = { name: "Ana Ribeiro", aliases: ["90017765432@lid", "15550123@s.whatsapp.net"] };
const nameless = { name: null, aliases: ["90017765432@lid", "15550123@s.whatsapp.net"] };
const hidden = { name: " ", aliases: ["90017765432@lid", "17841400000000000"] };

function message(told: Partial<PreviewedMessage> = {}): PreviewedMessage {
  return {
    direction: "incoming",
    kind: "message",
    eventType: null,
    senderName: "Ana Ribeiro",
    text: "Is the blue tandem still for rent?",
    isUnsupported: false,
    isDeleted: false,
    sentAt: "2026-03-02T08:00:00.000Z",
    attachments: [],
    ...told,
  };
}

function line(told: Partial<PreviewedMessage>, isGroup = false, reaction: PreviewedReaction | null = null): string {
  return previewLine({ isGroup, message: message(told), reaction });
}

const photo = { kind: "image", isSticker: false, isVoiceNote: false, isGif: false, cardKind: null } as const;
const card = { ...photo, kind: "card" } as const;

describe("the title of a chat", () => {
  it("is the group's or the subject's title when there is one", () => {
    expect(chatTitle({ title: "Weekend ride", isGroup: true, others: [ana] })).toBe("Weekend ride");
  });

  it("is the first of the others who has a name in a one-to-one chat", () => {
    expect(chatTitle({ title: null, isGroup: false, others: [hidden, ana] })).toBe("Ana Ribeiro");
  });

  it("is the first three names in a group without a title", () => {
    const others = ["Ana", "Ben", "Chiara", "Dalia"].map((name) => ({ name, aliases: [] }));
    expect(chatTitle({ title: "  ", isGroup: true, others })).toBe("Ana, Ben, Chiara");
  });

  it("falls back to the phone number, never to a lid or another id", () => {
    expect(chatTitle({ title: null, isGroup: false, others: [nameless] })).toBe("+15550123");
    expect(chatTitle({ title: null, isGroup: false, others: [hidden] })).toBe("Unknown");
    expect(chatTitle({ title: null, isGroup: false, others: [] })).toBe("Unknown");
    expect(chatTitle({ title: null, isGroup: true, others: [] })).toBe("Unknown");
  });
});

describe("a name for a person", () => {
  it("reads only what surely is a phone number as one", () => {
    expect(phoneNumber(["+15550123"])).toBe("+15550123");
    expect(phoneNumber(["15550123@c.us"])).toBe("+15550123");
    expect(phoneNumber(["90017765432@lid", "15550123", "12036@g.us", "hidden"])).toBeNull();
  });

  it("is Unknown for nobody", () => {
    expect(personName(null)).toBe("Unknown");
  });
});

describe("the preview", () => {
  it("names us, and names others only in groups", () => {
    expect(line({ text: "Yes." })).toBe("Yes.");
    expect(line({ text: "Yes.", direction: "outgoing" })).toBe("You: Yes.");
    expect(line({ text: "Yes." }, true)).toBe("Ana Ribeiro: Yes.");
    expect(line({ text: "Yes.", direction: "outgoing" }, true)).toBe("You: Yes.");
  });

  it("is one line of bounded length", () => {
    expect(line({ text: " two\n\nlines\t" })).toBe("two lines");
    expect(Array.from(line({ text: "🚲".repeat(1000) }))).toHaveLength(201);
  });

  it("says what stands where no text is", () => {
    expect(line({ text: null, attachments: [photo] })).toBe("Photo");
    expect(line({ text: " ", attachments: [{ ...photo, kind: "audio", isVoiceNote: true }] })).toBe("Voice message");
    expect(line({ isDeleted: true })).toBe("Message deleted");
    expect(line({ isUnsupported: true })).toBe("Not shown here");
    expect(line({ text: null })).toBe("Empty message");
    expect(line({ kind: "system", eventType: 8, text: null }, true)).toBe("Missed voice call");
    expect(line({ kind: "system", eventType: 5, text: "Ben was added" }, true)).toBe("Ben was added");
  });

  it("shows a reaction while it is newer than the message", () => {
    const reaction = { emoji: "👍", reactorName: "Ana", isSelf: false, at: "2026-03-02T08:00:00.001Z" };
    expect(line({}, false, reaction)).toBe("Ana reacted 👍");
    expect(line({}, false, { ...reaction, isSelf: true })).toBe("You reacted 👍");
    expect(line({ text: "Later." }, false, { ...reaction, at: "2026-03-02T08:00:00.000Z" })).toBe("Later.");
  });
});

describe("words for what has no text", () => {
  it("counts attachments, by their kind when they share one", () => {
    expect(attachmentWords([photo, photo])).toBe("2 photos");
    expect(attachmentWords([photo, { ...photo, isSticker: true }])).toBe("2 attachments");
    expect(attachmentWords([photo, { ...photo, isGif: true }])).toBe("2 attachments");
  });

  it("says what moves by itself and what a card shows", () => {
    expect(attachmentWords([{ ...photo, isGif: true }])).toBe("GIF");
    expect(attachmentWords([{ ...photo, kind: "video", isGif: true }])).toBe("GIF");
    expect(attachmentWords([{ ...photo, isGif: true, isSticker: true }])).toBe("Sticker");
    const words = (["contact", "meeting", "post", "profile", "share", null] as const).map((cardKind) =>
      attachmentWords([{ ...card, cardKind }]),
    );
    expect(words).toEqual(["Contact", "Meeting", "Post", "Profile", "Shared post", "Card"]);
  });

  it("has a neutral line for a number that is new to us", () => {
    expect(systemWords(3)).toBe("Group created");
    expect(systemWords(99)).toBe("Notice");
    expect(systemWords(null)).toBe("Notice");
  });
});
