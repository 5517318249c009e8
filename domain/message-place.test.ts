import fc from "fast-check";
import { expect, test } from "vitest";
import { beginning, comparePlaces, compareShown, placeOf } from "./message-place";
import { messageOf } from "./wire-examples";

test("equal times are in the order of the vendor's ids by bytes", () => {
  const [emoji, fullwidth] = [messageOf({ id: "1", externalId: "🚲" }), messageOf({ id: "2", externalId: "ｆ" })];
  expect([emoji, fullwidth].sort(compareShown).map(({ id }) => id)).toEqual(["2", "1"]);
});

test("every message stands after the beginning", () => {
  expect(comparePlaces(beginning, placeOf(messageOf()))).toBeLessThan(0);
  expect(comparePlaces(beginning, beginning)).toBe(0);
});

test("an id with spaces is no part of the time", () => {
  const placed = fc.record({ minute: fc.integer({ min: 0, max: 3 }), externalId: fc.string({ maxLength: 4 }) });
  const message = placed.map(({ minute, externalId }) =>
    messageOf({ externalId, sentAt: `2026-03-02T08:0${String(minute)}:00.000Z` }),
  );
  fc.assert(
    fc.property(message, message, (left, right) => {
      const byTime = Math.sign(Date.parse(left.sentAt) - Date.parse(right.sentAt));
      if (byTime !== 0) expect(Math.sign(comparePlaces(placeOf(left), placeOf(right)))).toBe(byTime);
      expect(Math.sign(compareShown(left, right))).toBe(-Math.sign(compareShown(right, left)) + 0);
    }),
  );
});
