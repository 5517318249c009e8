import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Chat, ChatPage } from "./inbox";
import type { View } from "./inbox-address";
import { comparePlaces, placeInList } from "./list-place";
import { withChat, withChatAtItsPlace } from "./list-chats";
import { isJoined, listOf, withPage, type ChatList } from "./list-pages";
import { chatOf } from "./wire-examples";

const time = (second: number) => new Date(Date.UTC(2026, 2, 2) + second * 1000).toISOString();
const chatAt = (id: string, second: number): Chat =>
  chatOf({ id, lastActivityAt: time(second), waitingSince: time(second) });
const ids = ({ chats }: { chats: readonly Chat[] }) => chats.map(({ id }) => id).join(" ");
const inOrder = (view: View) => (left: Chat, right: Chat) =>
  comparePlaces(placeInList(view, left), placeInList(view, right));

/** What the server would answer. */
function pageOf(
  view: View,
  chats: readonly Chat[],
  { after, limit }: { after: string | null; limit: number },
): ChatPage {
  const all = [...chats].sort(inOrder(view));
  const rest = all.filter((chat) => after === null || comparePlaces(placeInList(view, chat), after) > 0);
  const items = rest.slice(0, limit).map((chat) => structuredClone(chat));
  const last = items.at(-1);
  const nextCursor = rest.length > limit && last ? placeInList(view, last) : null;
  return { items, nextCursor, counts: after === null ? { waiting: 0, all: chats.length } : null };
}

function read(list: ChatList, chats: readonly Chat[], after: string | null): ChatList {
  return withPage(list, { after, page: pageOf(list.view, chats, { after, limit: 3 }) });
}

describe("a page", () => {
  const chats = [chatAt("e", 5), chatAt("d", 4), chatAt("c", 3), chatAt("b", 2), chatAt("a", 1)];
  const list = listOf("/api/chats", "all", pageOf("all", chats, { after: null, limit: 3 }));

  it("begins a list, and the next one goes on where it ended", () => {
    expect([ids(list), list.end]).toEqual(["e d c", placeInList("all", chatAt("c", 3))]);
    const whole = read(list, chats, list.end);
    expect([ids(whole), whole.end]).toEqual(["e d c b a", null]);
  });

  it("that says nothing new leaves the very same list", () => {
    expect(read(list, chats, null)).toBe(list);
    const whole = read(list, chats, list.end);
    expect(read(whole, chats, null)).toBe(whole);
    expect(read(whole, chats, placeInList("all", chatAt("d", 4)))).toBe(whole);
  });

  it("leaves the chats of which it says nothing new as they are, and shows what changed", () => {
    const changed = read(list, [{ ...chatAt("e", 5), unreadCount: 1 }, ...chats.slice(1)], null);
    expect(changed.chats[0]).toMatchObject({ id: "e", unreadCount: 1 });
    expect(changed.chats[1]).toBe(list.chats[1]);
  });

  it("moves a chat from wherever it stood, and takes away what is no longer there", () => {
    const whole = read(list, chats, list.end);
    const moved = [chatAt("a", 9), ...chats.filter(({ id }) => id !== "a" && id !== "d")];
    expect(ids(read(whole, moved, null))).toBe("a e c b");
  });

  it("beyond the end of a list that was known whole says that it goes on", () => {
    const three = listOf("/api/chats", "waiting", pageOf("waiting", chats.slice(2), { after: null, limit: 3 }));
    expect(three.end).toBeNull();
    const after = placeInList("waiting", chatAt("c", 3));
    const grown = withPage(three, { after, page: pageOf("waiting", chats, { after, limit: 1 }) });
    expect([ids(grown), grown.end]).toEqual(["a b c d", placeInList("waiting", chatAt("d", 4))]);
    expect(ids(read(grown, chats, grown.end))).toBe("a b c d e");
  });
});

test("the newest page is joined to what is known, or more was missed than it holds", () => {
  const chats = [chatAt("c", 3), chatAt("b", 2), chatAt("a", 1)];
  const known = listOf("/api/chats", "all", pageOf("all", chats, { after: null, limit: 2 }));
  const newest = (more: Chat[]) => pageOf("all", [...chats, ...more], { after: null, limit: 2 });
  expect(isJoined(known, newest([chatAt("d", 4)]))).toBe(true);
  expect(isJoined(known, newest([chatAt("d", 4), chatAt("e", 5)]))).toBe(false);
  expect(isJoined(listOf("", "all", newest([])), newest([]))).toBe(true);
});

test("what was just told of a chat shows where it stands, and of others nothing", () => {
  const list = listOf("", "all", pageOf("all", [chatAt("b", 2), chatAt("a", 1)], { after: null, limit: 5 }));
  expect(withChat(list, { ...chatAt("a", 1), unreadCount: 4 }).chats[1]).toMatchObject({ id: "a", unreadCount: 4 });
  expect(withChat(list, chatAt("x", 9))).toBe(list);
});

test("a chat that left the list stands where its time puts it, and never twice", () => {
  const list = [chatAt("c", 12), chatAt("b", 10), chatAt("a", 8)];
  expect(ids({ chats: withChatAtItsPlace("all", list, chatAt("x", 11)) })).toBe("c x b a");
  expect(ids({ chats: withChatAtItsPlace("all", list, chatAt("x", 7)) })).toBe("c b a x");
  expect(ids({ chats: withChatAtItsPlace("waiting", list.toReversed(), chatAt("x", 9)) })).toBe("a x b c");
  expect(withChatAtItsPlace("all", list, chatAt("a", 12))).toBe(list);
});

type Happening =
  { kind: "first" | "next" | "view"; at: number } | { kind: "moves" | "leaves"; chat: number; at: number };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constantFrom("first", "next", "view"), at: fc.nat(30) }),
  fc.record({ kind: fc.constantFrom("moves", "leaves"), chat: fc.nat(11), at: fc.nat(60) }),
);

function happen(server: Map<string, Chat>, list: ChatList, one: Happening): ChatList {
  if (one.kind === "moves") server.set(`chat-${one.chat}`, chatAt(`chat-${one.chat}`, one.at));
  else if (one.kind === "leaves") server.delete(`chat-${one.chat}`);
  else {
    const seen = list.chats[one.at % Math.max(1, list.chats.length)];
    const after = { first: null, next: list.end, view: seen ? placeInList(list.view, seen) : null }[one.kind];
    return read(list, Array.from(server.values()), after);
  }
  return list;
}

/** As the page does when nothing happens any more: everything that is known is read again, a page at a time. */
function readThrough(server: readonly Chat[], list: ChatList): ChatList {
  let [after, settled] = [null as string | null, list];
  do {
    const page = pageOf(list.view, server, { after, limit: 3 });
    settled = withPage(settled, { after, page });
    after = page.nextCursor;
  } while (after !== null && (settled.end === null || comparePlaces(after, settled.end) < 0));
  return settled;
}

test.each(["all", "waiting"] as const)(
  "whatever moves and leaves between readings, %s rows are in order, none stands twice, and at rest none is missing",
  (view) => {
    const start = Array.from({ length: 8 }, (_, index) => chatAt(`chat-${index}`, index * 3));
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
        const server = new Map(start.map((chat) => [chat.id, chat]));
        let list = listOf("", view, pageOf(view, start, { after: null, limit: 3 }));
        for (const one of happenings) {
          list = happen(server, list, one);
          expect(list.chats).toEqual([...list.chats].sort(inOrder(view)));
          expect(new Set(list.chats.map(({ id }) => id)).size).toBe(list.chats.length);
        }
        const settled = readThrough(Array.from(server.values()), list);
        const end = settled.end;
        const wanted = Array.from(server.values())
          .sort(inOrder(view))
          .filter((chat) => end === null || comparePlaces(placeInList(view, chat), end) <= 0);
        expect(ids(settled)).toBe(ids({ chats: wanted }));
      }),
    );
  },
);
