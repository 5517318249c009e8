import { expect, test } from "vitest";
import { compareListed, withChatAtItsPlace } from "./list-order";
import { chatOf } from "./wire-examples";

const at = (id: string, hour: number) =>
  chatOf({ id, lastActivityAt: new Date(Date.UTC(2026, 2, 2, hour)).toISOString() });
const ids = (chats: readonly { id: string }[]) => chats.map(({ id }) => id);

test("a chat that left the list stands where its activity puts it", () => {
  const list = [at("c", 12), at("b", 10), at("a", 8)];
  expect(ids(withChatAtItsPlace(list, at("x", 11)))).toEqual(["c", "x", "b", "a"]);
  expect(ids(withChatAtItsPlace(list, at("x", 7)))).toEqual(["c", "b", "a", "x"]);
  expect(ids(withChatAtItsPlace([], at("x", 7)))).toEqual(["x"]);
});

test("a chat that is in the list is not put in twice", () => {
  const list = [at("b", 10), at("a", 8)];
  expect(withChatAtItsPlace(list, at("a", 12))).toBe(list);
});

test("equal times are ordered by id, the greater first", () => {
  expect(ids([at("a", 8), at("b", 8)].sort(compareListed))).toEqual(["b", "a"]);
  expect(compareListed(at("a", 8), at("a", 8))).toBe(0);
});
