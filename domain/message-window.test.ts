import { expect, test } from "vitest";
import type { Message } from "./inbox";
import { emptyWindow, withNewest, withOlder, withReread } from "./message-window";
import { messageOf } from "./wire-examples";

const at = (minute: number) =>
  messageOf({ id: String(minute), sentAt: new Date(Date.UTC(2026, 2, 2, 8, minute)).toISOString() });
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, step) => at(from + step));
const ids = (messages: readonly Message[]) => messages.map(({ id }) => Number(id));
const page = (items: Message[], before: string | null) => ({ items, before, after: null, unread: null });

test("the newest page slides on and what it leaves behind stays", () => {
  const first = withNewest(emptyWindow, page(range(1, 5), "before-1"));
  const second = withNewest(first, page(range(3, 7), "before-3"));
  expect(ids(second.messages)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(second.before).toBe("before-1");
});

test("when more came than a page holds, the window starts anew and shows no hole", () => {
  const first = withNewest(emptyWindow, page(range(1, 5), null));
  const later = withNewest(first, page(range(20, 25), "before-20"));
  expect(ids(later.messages)).toEqual([20, 21, 22, 23, 24, 25]);
  expect(later).toMatchObject({ before: "before-20", readBefore: [] });
});

test("an older page stands before, and its cursor is kept to read it again", () => {
  const newest = withNewest(emptyWindow, page(range(10, 12), "before-10"));
  const older = withOlder(newest, page(range(7, 9), "before-7"));
  expect(ids(older.messages)).toEqual([7, 8, 9, 10, 11, 12]);
  expect(older).toMatchObject({ before: "before-7", readBefore: ["before-10"] });
  const edited = { ...at(8), text: "changed" };
  const reread = withReread(older, [page([at(7), edited], "before-7")]);
  expect(reread.messages.find(({ id }) => id === "8")?.text).toBe("changed");
  expect(ids(reread.messages)).toEqual([7, 8, 9, 10, 11, 12]);
});
