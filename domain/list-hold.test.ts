import fc from "fast-check";
import { expect, test } from "vitest";
import type { Chat } from "./inbox";
import { heldFurther, shownWhileHeld } from "./list-hold";
import type { ChatList } from "./list-pages";
import { comparePlaces, placeInList } from "./list-place";
import { chatOf } from "./wire-examples";

const time = (second: number) => new Date(Date.UTC(2026, 2, 2) + second * 1000).toISOString();
const chatAt = (id: string, second: number): Chat => chatOf({ id, lastActivityAt: time(second) });
const ids = (chats: readonly Chat[]) => chats.map(({ id }) => id).join(" ");

function listWith(chats: readonly Chat[]): ChatList {
  const inOrder = (left: Chat, right: Chat) => comparePlaces(placeInList("all", left), placeInList("all", right));
  return { of: "", view: "all", counts: null, end: null, chats: [...chats].sort(inOrder) };
}

const [c, b, a] = [chatAt("c", 3), chatAt("b", 2), chatAt("a", 1)];
const held = [c, b, a];

test("a row stays where it is and shows what is new of it", () => {
  const shown = shownWhileHeld(listWith([c, b, { ...chatAt("a", 9), unreadCount: 2 }]), held);
  expect(ids(shown.chats)).toBe("c b a");
  expect(shown.chats[2]).toMatchObject({ unreadCount: 2 });
  expect(shown.newCount).toBe(1);
});

test("a chat that is new to the list waits outside and is counted", () => {
  expect(shownWhileHeld(listWith([...held, chatAt("d", 4), chatAt("e", 5)]), held)).toEqual({
    chats: held,
    newCount: 2,
  });
});

test("what we wrote ourselves is no news, though it moves its chat later", () => {
  const answered = { ...chatAt("a", 9), lastMessage: { ...a.lastMessage!, direction: "outgoing" as const } };
  expect(shownWhileHeld(listWith([c, b, answered]), held)).toMatchObject({ newCount: 0 });
});

test("a chat that has left the list keeps its row until the list is let go", () => {
  expect(ids(shownWhileHeld(listWith([c, a]), held).chats)).toBe("c b a");
});

test("what is read beyond the last row goes on below it, and is then held too", () => {
  const longer = listWith([...held, chatAt("z", 0), chatAt("d", 4)]);
  const further = heldFurther(longer, held);
  expect(ids(further)).toBe("c b a z");
  expect(heldFurther(longer, further)).toBe(further);
  expect(shownWhileHeld(longer, further).newCount).toBe(1);
});

test("a list that is empty is not held", () => {
  expect(ids(heldFurther(listWith(held), []))).toBe("c b a");
});

const chats = fc
  .array(fc.record({ chat: fc.nat(9), at: fc.nat(30) }), { maxLength: 12 })
  .map((told) => Array.from(new Map(told.map(({ chat, at }) => [chat, chatAt(`chat-${chat}`, at)])).values()));

test("in hand no row moves, none stands twice and none is lost; let go, the list is in order again", () => {
  fc.assert(
    fc.property(chats, fc.array(chats, { minLength: 1, maxLength: 6 }), (start, readings) => {
      let rows: readonly Chat[] = listWith(start).chats;
      for (const reading of readings) {
        const list = listWith(reading);
        const before = ids(rows);
        rows = heldFurther(list, rows);
        const shown = shownWhileHeld(list, rows);
        expect(ids(shown.chats).startsWith(before)).toBe(true);
        expect(new Set(shown.chats.map(({ id }) => id)).size).toBe(shown.chats.length);
        const outside = list.chats.filter(({ id }) => !shown.chats.some((chat) => chat.id === id));
        expect(shown.newCount).toBeGreaterThanOrEqual(outside.length);
        for (const chat of shown.chats) {
          const told = reading.find(({ id }) => id === chat.id);
          if (told) expect(chat).toEqual(told);
        }
      }
    }),
  );
});
