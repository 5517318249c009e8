import { describe, expect, test } from "vitest";
import type { MessageFetched } from "@/domain/events";
import { parseAnswerSubject, toAnswerBody } from "./api-message";
import { problemsOf, readBytes, receivedAt } from "./payload-examples";

/** Our answer to Ruth, as the API tells it. */
const told = {
  object: "Message",
  id: "msg-a2",
  account_id: "wa-7Qd1",
  chat_id: "chat-Lm42",
  chat_provider_id: "90017765432@lid",
  provider_id: "3EB0C0FFEE02",
  sender_id: "90011112222@lid",
  sender_attendee_id: "att-desk",
  text: "Yes, from noon.",
  timestamp: "2026-03-02T08:17:00.000Z",
  is_sender: 1,
  attachments: [],
  reactions: [],
  seen: 0,
  seen_by: {},
  delivered: 0,
  hidden: 0,
  deleted: 0,
  edited: 0,
  is_event: 0,
};

const bytesOf = (parts: object, provider = "WHATSAPP") =>
  new TextEncoder().encode(toAnswerBody(JSON.stringify({ ...told, ...parts }), provider));

function fetched(parts: object = {}, provider = "WHATSAPP"): MessageFetched {
  const reading = readBytes(bytesOf(parts, provider));
  if (reading.outcome !== "event" || reading.event.type !== "message.fetched") {
    throw new Error(`expected a message, got ${JSON.stringify(reading)}`);
  }
  return reading.event;
}

describe("a message as the API answers it", () => {
  test("is read by the rules of webhooks, as it stood when it was asked for", () => {
    const desk = { externalId: "att-desk", name: null, providerId: "90011112222@lid", isSelf: true };
    expect(fetched()).toMatchObject({
      type: "message.fetched",
      at: receivedAt,
      sequence: 7,
      sentAt: "2026-03-02T08:17:00.000Z",
      account: { externalId: "wa-7Qd1", provider: "WHATSAPP" },
      chat: { externalId: "chat-Lm42", providerId: "90017765432@lid", isGroup: false, title: null },
      messageId: "msg-a2",
      direction: "outgoing",
      directionBasis: "is-sender",
      people: [desk],
      body: { text: "Yes, from noon.", sender: desk, kind: "message", providerId: "3EB0C0FFEE02", attachments: [] },
      isEdited: false,
      isDeleted: false,
      reactions: [],
      receipts: { isDelivered: false, isRead: false, readers: [] },
    });
  });

  test("is kept letter by letter in an envelope that says what it is", () => {
    const text = '{ "id": "msg-a2",\n  "big": 12345678901234567890, "n\\u00e9": 1 }';
    const kept = toAnswerBody(text, "X & <Co>");
    expect(kept).toBe(`{"event":"api.message","account_type":"X & <Co>","message":${text}}`);
    expect(readBytes(bytesOf({})).subject).toEqual({
      event: "api.message",
      accountId: "wa-7Qd1",
      chatId: "chat-Lm42",
      messageId: "msg-a2",
    });
  });

  test("tells edits and deletions without their times", () => {
    expect(fetched({ edited: 1, text: "From one." })).toMatchObject({ isEdited: true, body: { text: "From one." } });
    expect(fetched({ deleted: true, text: null })).toMatchObject({ isDeleted: true, body: null });
    expect(fetched({ deleted: true })).toMatchObject({ isDeleted: true, body: { text: "Yes, from noon." } });
  });

  test("tells who reacted by their ids, and us by is_sender", () => {
    const reactions = [
      { value: "👍", sender_id: "90017765432@lid", is_sender: false },
      { value: "🎉", sender_id: "90011112222@lid", is_sender: 1 },
    ];
    const list = fetched({ reactions }).reactions ?? [];
    expect(list.map(({ emoji, reactor }) => [emoji, reactor.externalId, reactor.isSelf])).toEqual([
      ["👍", "90017765432@lid", false],
      ["🎉", "90011112222@lid", true],
    ]);
  });

  test("a list of reactions that is missing, or that cannot be read to its end, is no list of all", () => {
    const good = { value: "👍", sender_id: "1@lid", is_sender: false };
    for (const reactions of [undefined, null, "none", [good, {}], [good, { value: "🎉" }], [good, 5]]) {
      expect(fetched({ reactions }).reactions).toBeNull();
    }
  });

  test("tells who has read it, with a time where there is one", () => {
    const seen_by = { "90017765432@lid": "2026-03-02T08:18:40.000Z", "15550199@s.whatsapp.net": true };
    const { receipts } = fetched({ seen: 1, delivered: 1, seen_by });
    expect(receipts).toMatchObject({ isDelivered: true, isRead: true });
    expect(receipts.readers.map(({ person, at }) => [person.externalId, at])).toEqual([
      ["90017765432@lid", "2026-03-02T08:18:40.000Z"],
      ["15550199@s.whatsapp.net", null],
    ]);
  });

  test("a time that lies ahead or cannot be read is not believed", () => {
    expect(fetched({ timestamp: "2099-01-01T00:00:00Z" }).sentAt).toBe("2026-03-02T08:25:00.000Z");
    expect(fetched({ timestamp: "soon" }).sentAt).toBeNull();
  });

  test("mis-decoded text is repaired where the account's network needs it", () => {
    expect(fetched({ text: "cafÃ©" }, "INSTAGRAM").body?.text).toBe("café");
    expect(fetched({ text: "cafÃ©" }).body?.text).toBe("cafÃ©");
  });

  test("what cannot be read names the field of the answer", () => {
    const problems = (message: unknown) => problemsOf({ event: "api.message", account_type: "WHATSAPP", message });
    expect(problems({ ...told, id: "", is_sender: "perhaps" })).toEqual([
      "message.id: is missing",
      "message.is_sender: is neither true nor false",
    ]);
    expect(problems("no")).toEqual(["message: is not an object"]);
  });
});

test("what an answer is about is told as far as it can be read", () => {
  expect(parseAnswerSubject(told)).toEqual({ id: "msg-a2", account_id: "wa-7Qd1", chat_id: "chat-Lm42" });
  expect(parseAnswerSubject({ object: "Error" })).toEqual({ id: null, account_id: null, chat_id: null });
  for (const value of [[told], "Message", null]) expect(parseAnswerSubject(value)).toBeNull();
});
