import { describe, expect, it } from "vitest";
import { earlierTexts, messageState, shownReactions, withMentions } from "./shown-message";
import type { KeptReaction } from "./shown-message";

const sentAt = "2026-03-02T08:00:00.000Z";
const laterAt = "2026-03-02T08:01:00.000Z";

function reaction(attendeeId: string, told: Partial<KeptReaction> = {}): KeptReaction {
  return { attendeeId, emoji: "👍", at: sentAt, sequence: 1, aliases: [], isSelf: false, ...told };
}

describe("the state of a message", () => {
  const ours = { direction: "outgoing", sentAt, deliveredAt: null, readAt: null, readThroughAt: null } as const;

  it("is read by its own receipt or by the chat's mark, else delivered, else sent", () => {
    expect(messageState(ours)).toBe("sent");
    expect(messageState({ ...ours, deliveredAt: laterAt })).toBe("delivered");
    expect(messageState({ ...ours, readAt: laterAt })).toBe("read");
    expect(messageState({ ...ours, readThroughAt: sentAt })).toBe("read");
    expect(messageState({ ...ours, sentAt: laterAt, readThroughAt: sentAt })).toBe("sent");
  });

  it("is nothing for a message of theirs", () => {
    expect(messageState({ ...ours, direction: "incoming", readAt: laterAt })).toBeNull();
  });
});

describe("the reactions of a message", () => {
  it("are one a person, earliest first", () => {
    const shown = shownReactions([reaction("ben", { at: laterAt, emoji: "🎉" }), reaction("ana")]);
    expect(shown.map(({ attendeeId, emoji }) => [attendeeId, emoji])).toEqual([
      ["ana", "👍"],
      ["ben", "🎉"],
    ]);
  });

  it("join two attendees who share an alias; the newest wins, also when it is a removal", () => {
    const lid = reaction("ana-lid", { aliases: ["1@lid", "+15550123"] });
    const phone = reaction("ana-phone", { aliases: ["+15550123"], emoji: "❤️", at: laterAt });
    expect(shownReactions([lid, phone]).map(({ emoji }) => emoji)).toEqual(["❤️"]);
    expect(shownReactions([phone, { ...lid, at: laterAt, sequence: 2, emoji: null }])).toEqual([]);
  });

  it("join two whom only a third row connects", () => {
    const rows = [
      reaction("a", { aliases: ["x"], sequence: 1 }),
      reaction("b", { aliases: ["y"], sequence: 2 }),
      reaction("c", { aliases: ["x", "y"], sequence: 3, emoji: "🎉" }),
    ];
    expect(shownReactions(rows).map(({ emoji }) => emoji)).toEqual(["🎉"]);
  });

  it("count all that are us as one", () => {
    const phone = reaction("phone", { isSelf: true });
    expect(shownReactions([phone, reaction("api", { isSelf: true, sequence: 2 })])).toHaveLength(1);
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

describe("mentions", () => {
  it("show a name or someone, never the digits", () => {
    const nameOf = (alias: string) => (alias === "1@lid" ? "Ana" : null);
    expect(withMentions("{{1@lid}} and @{{2@lid}}", nameOf)).toBe("@Ana and @someone");
    expect(withMentions("no {{}} here", nameOf)).toBe("no {{}} here");
    expect(withMentions(null, nameOf)).toBeNull();
  });
});
