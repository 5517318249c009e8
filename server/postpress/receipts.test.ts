import { describe, expect, test } from "vitest";
import type { ReceiptFacts } from "@/domain/events";
import * as examples from "./payload-examples";
import { eventOf } from "./payload-examples";

function receiptsOf(parts: object): ReceiptFacts {
  const event = eventOf({ ...examples.messageReceived, is_sender: 1, ...parts });
  if (!("receipts" in event)) throw new Error("expected the event of a message");
  return event.receipts;
}

describe("how far a message got, told by one that comes whole", () => {
  test("flags rise, and what is missing or no flag says nothing", () => {
    expect(receiptsOf({})).toEqual({ isDelivered: false, isRead: false, readers: [] });
    expect(receiptsOf({ delivered: 1, seen: true })).toMatchObject({ isDelivered: true, isRead: true });
    expect(receiptsOf({ delivered: 0, seen: "perhaps" })).toMatchObject({ isDelivered: false, isRead: false });
  });

  test("readers are told by their ids at the provider, with a time or without", () => {
    const { isRead, readers } = receiptsOf({
      seen_by: { "1@lid": "2026-03-02T08:18:40Z", "15550123@s.whatsapp.net": true, "3@lid": "soon" },
    });
    expect(isRead).toBe(true);
    expect(readers.map(({ person, at }) => [person.externalId, person.aliases, at])).toEqual([
      ["1@lid", ["1@lid"], "2026-03-02T08:18:40.000Z"],
      ["15550123@s.whatsapp.net", ["15550123@s.whatsapp.net", "+15550123"], null],
      ["3@lid", ["3@lid"], null],
    ]);
  });

  test("a time that lies ahead counts as the arrival and five minutes", () => {
    const { readers } = receiptsOf({ seen_by: { "1@lid": "2099-01-01T00:00:00Z" } });
    expect(readers.map(({ at }) => at)).toEqual(["2026-03-02T08:25:00.000Z"]);
  });

  test("who has not read it is no reader, and a list of another shape is none", () => {
    for (const seen_by of [{ "1@lid": false, "2@lid": null, "3@lid": 0, " ": true }, ["1@lid"], "1@lid", null]) {
      expect(receiptsOf({ seen_by })).toEqual({ isDelivered: false, isRead: false, readers: [] });
    }
    const crowd = Object.fromEntries(Array.from({ length: 6000 }, (_, place) => [`${place}@lid`, true]));
    expect(receiptsOf({ seen_by: crowd }).readers).toHaveLength(5000);
  });

  test("others who read a message of theirs do not make it read by us", () => {
    expect(receiptsOf({ is_sender: 0, seen_by: { "1@lid": true } })).toMatchObject({ isRead: false });
  });

  test("we are known among the readers by the account's own id and number", () => {
    const { readers } = receiptsOf({ seen_by: { "15550100@s.whatsapp.net": true } });
    expect(readers.map(({ person }) => person.isSelf)).toEqual([true]);
  });
});
