import { describe, expect, test } from "vitest";
import * as examples from "./payload-examples";
import { bodyOf, eventOf, problemsOf } from "./payload-examples";

describe("whose it is", () => {
  const { is_sender, ...unsaid } = examples.messageReceived;
  const desk = {
    attendee_id: "att-desk",
    attendee_provider_id: "90011112222@lid",
    attendee_specifics: { phone_number: "+1 555 0100" },
  };

  test.each([
    ["is_sender as a number", { ...unsaid, is_sender: 1 }, "outgoing", "is-sender"],
    ["is_sender as a string", { ...unsaid, is_sender: "true" }, "outgoing", "is-sender"],
    ["is_sender against the ids", { ...examples.sample, is_sender: false }, "incoming", "is-sender"],
    ["different ids", { ...examples.sample, sender: examples.sample.attendees[0] }, "incoming", "user-id"],
    ["the account's phone number", { ...unsaid, sender: desk }, "outgoing", "phone"],
    ["another phone number", unsaid, "incoming", "assumed"],
    [
      "a hidden phone number",
      { ...unsaid, sender: { ...desk, attendee_specifics: { phone_number: "hidden" } } },
      "incoming",
      "assumed",
    ],
    ["nobody", { ...unsaid, sender: null }, "incoming", "assumed"],
  ])("%s decides", (_, payload, ...said) => {
    expect(is_sender).toBe(0);
    const [direction, directionBasis] = said;
    expect(eventOf(payload)).toMatchObject({ direction, directionBasis });
  });

  test("an is_sender that says neither is a problem", () => {
    expect(problemsOf({ ...unsaid, is_sender: "perhaps" })).toEqual(["is_sender: is neither true nor false"]);
  });

  test("a lid never becomes a phone number", () => {
    const bare = { ...desk, attendee_specifics: { lid: 90011112222 } };
    expect(bodyOf({ ...unsaid, sender: bare }).sender?.aliases).toEqual(["90011112222@lid"]);
  });

  test("somebody without any id is nobody, and without attendee_id the provider's id stands in", () => {
    expect(bodyOf({ ...unsaid, sender: { attendee_name: "Ruth" } }).sender).toBeNull();
    const { sender } = bodyOf({ ...unsaid, attendees: "?", sender: { attendee_provider_id: 7300011 } });
    expect(sender).toMatchObject({ externalId: "7300011", providerId: "7300011" });
  });
});

describe("what a message says", () => {
  const plain = examples.messageReceived;

  test("text may be missing, wrapped, or a stand-in for what cannot be carried; mentions stay", () => {
    expect(bodyOf({ ...plain, message: { text: "wrapped" } }).text).toBe("wrapped");
    expect(bodyOf({ ...plain, message: "" }).text).toBeNull();
    expect(bodyOf({ ...plain, message: "Hi {{90017765432@lid}}" }).text).toBe("Hi {{90017765432@lid}}");
    const standIn = "-- postpress cannot display this type of message yet (poll) --";
    expect(bodyOf({ ...plain, message: standIn })).toMatchObject({ text: null, isUnsupported: true });
    expect(problemsOf({ ...plain, message: ["a"] })).toEqual(["message: is not text"]);
  });

  test("U+0000 and lone surrogates are replaced, nothing is dropped", () => {
    expect(bodyOf({ ...plain, message: "a\u0000b\ud800c" }).text).toBe("a\uFFFDb\uFFFDc");
    expect(eventOf({ ...plain, message_id: "m\u0000" })).toMatchObject({ messageId: "m\uFFFD" });
  });

  test("mis-decoded Instagram text is repaired when that is exact, and left alone elsewhere", () => {
    const instagram = { ...plain, account_type: "INSTAGRAM" };
    expect(bodyOf({ ...instagram, message: "cafÃ© ðŸ˜„" }).text).toBe("café 😄");
    expect(bodyOf({ ...instagram, message: "café" }).text).toBe("café");
    expect(bodyOf({ ...instagram, message: "cafÃ© 日" }).text).toBe("cafÃ© 日");
    expect(bodyOf({ ...plain, message: "cafÃ©" }).text).toBe("cafÃ©");
  });

  test("system lines carry the vendor's number, people's messages none", () => {
    expect(bodyOf({ ...plain, is_event: 1, event_type: "8" })).toMatchObject({ kind: "system", eventType: 8 });
    expect(bodyOf({ ...plain, is_event: true })).toMatchObject({ kind: "system", eventType: 0 });
    expect(bodyOf({ ...plain, event_type: 8 })).toMatchObject({ kind: "message", eventType: null });
    expect(bodyOf({ ...plain, hidden: 1 }).isHidden).toBe(true);
  });

  test("the quoted message is read from either key set", () => {
    const facts = { externalId: "msg-0", senderExternalId: "att-desk", text: "Which one?" };
    const quoted = { sender_id: "att-desk", text: "Which one?", attachments: [] };
    expect(bodyOf({ ...plain, quoted: { ...quoted, message_id: "msg-0" } }).quoted).toEqual(facts);
    expect(bodyOf({ ...plain, quoted: { ...quoted, id: "msg-0" } }).quoted).toEqual(facts);
    expect(bodyOf({ ...plain, quoted: {} }).quoted).toBeNull();
  });

  test("attachments: a lone object, both key sets, every kind", () => {
    const lone = {
      id: "v1",
      type: "voice_note",
      duration: "3.5",
      file_size: 1000,
      file_name: "note.ogg",
      sticker: "0",
    };
    expect(bodyOf({ ...plain, attachments: lone }).attachments).toMatchObject([
      { externalId: "v1", kind: "audio", isVoiceNote: true, durationSeconds: 3.5, sizeBytes: 1000, name: "note.ogg" },
    ]);
    const words = [
      "img",
      "video",
      "audio",
      "file",
      "linkedin_post",
      "video_meeting",
      "media_share",
      "contact_card",
      "profile",
      "hologram",
    ];
    const kinds = bodyOf({ ...plain, attachments: words.map((type) => ({ type })) }).attachments.map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(["image", "video", "audio", "file", "card", "card", "card", "card", "card", "file"]);
    expect(bodyOf({ ...plain, attachments: [{ mimetype: "audio/ogg" }] }).attachments).toMatchObject([
      { kind: "audio", externalId: null },
    ]);
    expect(problemsOf({ ...plain, attachments: [{}, 5] })).toEqual(["attachments.1: is not an object"]);
    expect(problemsOf({ ...plain, attachments: "none" })).toEqual(["attachments: is not a list"]);
    expect(problemsOf({ ...plain, attachments: Array(1001).fill({}) })).toEqual([
      "attachments: holds more than 1000 entries",
    ]);
  });

  test("sizes beyond reason count as not told", () => {
    const odd = { size: { width: "1e99", height: -4 }, file_size: "many", duration: null };
    expect(bodyOf({ ...plain, attachments: [odd] }).attachments).toMatchObject([
      { width: null, height: null, sizeBytes: null },
    ]);
  });
});
