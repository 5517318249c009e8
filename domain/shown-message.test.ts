import { describe, expect, it } from "vitest";
import { earlierTexts, editTime, messageState, shownReactions, shownText } from "./shown-message";
import { byAlias } from "./same-person";
import type { KeptReaction } from "./shown-message";

const sentAt = "2026-03-02T08:00:00.000Z";
const laterAt = "2026-03-02T08:01:00.000Z";

function reaction(attendeeId: string, told: Partial<KeptReaction> = {}): KeptReaction {
  const person = { attendeeId, name: attendeeId, aliases: [], isSelf: false };
  return { ...person, emoji: "👍", at: sentAt, sequence: 1, isFetched: false, ...told };
}

describe("the state of a message", () => {
  const untold = { deliveredAt: null, readAt: null, isDelivered: false, isRead: false, readThroughAt: null };
  const ours = { direction: "outgoing", sentAt, ...untold } as const;

  it("is read by its own receipt or by the chat's mark, else delivered, else sent", () => {
    expect(messageState(ours)).toBe("sent");
    expect(messageState({ ...ours, deliveredAt: laterAt })).toBe("delivered");
    expect(messageState({ ...ours, readAt: laterAt })).toBe("read");
    expect(messageState({ ...ours, readThroughAt: sentAt })).toBe("read");
    expect(messageState({ ...ours, sentAt: laterAt, readThroughAt: sentAt })).toBe("sent");
  });

  it("needs no time: that it was delivered or read is enough", () => {
    expect(messageState({ ...ours, isDelivered: true })).toBe("delivered");
    expect(messageState({ ...ours, isRead: true })).toBe("read");
  });

  it("is nothing for a message of theirs", () => {
    expect(messageState({ ...ours, direction: "incoming", readAt: laterAt })).toBeNull();
  });
});

describe("the reactions of a message", () => {
  it("are one a person, earliest first", () => {
    const shown = shownReactions([reaction("ben", { at: laterAt, emoji: "🎉" }), reaction("ana")], null);
    expect(shown.map(({ attendeeId, emoji }) => [attendeeId, emoji])).toEqual([
      ["ana", "👍"],
      ["ben", "🎉"],
    ]);
  });

  it("join two attendees who share an alias; the newest wins, also when it is a removal", () => {
    const lid = reaction("ana-lid", { aliases: ["1@lid", "+15550123"] });
    const phone = reaction("ana-phone", { aliases: ["+15550123"], emoji: "❤️", at: laterAt });
    expect(shownReactions([lid, phone], null).map(({ emoji }) => emoji)).toEqual(["❤️"]);
    expect(shownReactions([phone, { ...lid, at: laterAt, sequence: 2, emoji: null }], null)).toEqual([]);
  });

  it("join two whom only a third row connects", () => {
    const rows = [
      reaction("a", { aliases: ["x"], sequence: 1 }),
      reaction("b", { aliases: ["y"], sequence: 2 }),
      reaction("c", { aliases: ["x", "y"], sequence: 3, emoji: "🎉" }),
    ];
    expect(shownReactions(rows, null).map(({ emoji }) => emoji)).toEqual(["🎉"]);
  });

  it("count all that are us as one", () => {
    const phone = reaction("phone", { isSelf: true });
    expect(shownReactions([phone, reaction("api", { isSelf: true, sequence: 2 })], null)).toHaveLength(1);
  });
});

describe("a list of all reactions, as the vendor's API tells it", () => {
  const fetched = { at: laterAt, sequence: 9 };
  const listed = (attendeeId: string, told: Partial<KeptReaction> = {}) =>
    reaction(attendeeId, { ...fetched, name: null, isFetched: true, ...told });
  const ana = reaction("ana", { aliases: ["1@lid"] });

  it("takes away who is not on it, and leaves whoever reacted after it", () => {
    expect(shownReactions([ana], fetched)).toEqual([]);
    const later = reaction("ben", { at: laterAt, sequence: 10 });
    expect(shownReactions([ana, later], fetched).map(({ attendeeId }) => attendeeId)).toEqual(["ben"]);
  });

  it("confirms what was told before: the name and the time stay", () => {
    const shown = shownReactions([ana, listed("1@lid", { aliases: ["1@lid"] })], fetched);
    expect(shown).toMatchObject([{ name: "ana", at: sentAt, isFetched: false }]);
  });

  it("brings what nobody told, without a time of its own", () => {
    const shown = shownReactions([ana, listed("1@lid", { aliases: ["1@lid"], emoji: "🎉" })], fetched);
    expect(shown).toMatchObject([{ name: "ana", emoji: "🎉", isFetched: true }]);
  });
});

describe("earlier texts", () => {
  const text = (value: string, at: string, rank = 2) => ({ text: value, at, sequence: 1, rank });

  it("are oldest first, and a text that stayed is told once", () => {
    const versions = [text("10", laterAt, 3), text("9", laterAt), text("9", sentAt)];
    expect(earlierTexts(versions, "11")).toEqual([
      { text: "9", at: sentAt },
      { text: "10", at: laterAt },
    ]);
  });

  it("leave out what shows now and what a reaction merely carried", () => {
    expect(earlierTexts([text("9", sentAt), text("10", laterAt, 3)], "10")).toEqual([{ text: "9", at: sentAt }]);
    expect(earlierTexts([text("10", sentAt, 1), text("9", laterAt)], "10")).toEqual([{ text: "9", at: laterAt }]);
    expect(earlierTexts([text("9", sentAt, 1)], "10")).toEqual([{ text: "9", at: sentAt }]);
  });
});

describe("a text found edited by asking", () => {
  const found = (value: string, at: string) => ({ text: value, at, sequence: 3, rank: 4 });

  it("stands among the edits by its time, and dates the edit when no edit was told", () => {
    const received = { text: "9", at: sentAt, sequence: 1, rank: 2 };
    const versions = [received, found("10", sentAt), found("11", laterAt)];
    expect(earlierTexts(versions, "11").map(({ text }) => text)).toEqual(["9", "10"]);
    expect(editTime(null, versions)).toBe(sentAt);
    expect(editTime(laterAt, versions)).toBe(laterAt);
    expect(editTime(null, [received])).toBeNull();
  });
});

describe("a text as it is shown", () => {
  const one = (name: string | null, alias: string) => ({ attendeeId: alias, name, aliases: [alias], isSelf: false });
  const known = byAlias([one("Ana", "1@lid"), one(null, "+15550123"), one("דנה", "3@lid")]);

  it("mentions people by name, else as someone: a phone number is no name", () => {
    expect(shownText("{{1@lid}}, @{{2@lid}} and {{+15550123}}", known)).toBe("@Ana, @someone and @someone");
    expect(shownText(null, known)).toBeNull();
  });

  it("keeps a name that reads from right to left in its own order", () => {
    expect(shownText("Ask {{3@lid}} first", known)).toBe("Ask @\u2068דנה\u2069 first");
  });

  it("leaves braces alone that hold nobody's id", () => {
    expect(shownText("Dear {{first_name}}, {{}} {{a", known)).toBe("Dear {{first_name}}, {{}} {{a");
  });

  it("has no letters that turn what stands around it", () => {
    expect(shownText("a\u202egpj.exe\r\nb\u0007", known)).toBe("agpj.exe\nb");
  });
});
