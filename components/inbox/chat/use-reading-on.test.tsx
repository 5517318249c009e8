import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { MessagePage } from "@/domain/inbox";
import { placeOf } from "@/domain/message-place";
import type { MessageWindow } from "@/domain/message-window";
import { messageOf } from "@/domain/wire-examples";
import { useReadingOn } from "./use-reading-on";

const at = (minute: number) =>
  messageOf({ id: String(minute), sentAt: new Date(Date.UTC(2026, 2, 2, 8, minute)).toISOString() });
const middle: MessageWindow = { messages: [at(10)], before: placeOf(at(10)), after: placeOf(at(10)) };
const older: MessagePage = { items: [at(9)], before: null, after: placeOf(at(9)), unread: null };
const newer: MessagePage = { items: [at(11)], before: placeOf(at(11)), after: null, unread: null };

const asked: string[] = [];
let isAway = false;
let window: MessageWindow;
const reload = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  isAway = false;
  window = middle;
  reload.mockClear();
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url.includes("before=") ? "before" : "after");
    if (isAway) return Promise.reject(new TypeError("failed to fetch"));
    return Promise.resolve(new Response(JSON.stringify(url.includes("before=") ? older : newer)));
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const change = (to: (known: MessageWindow) => MessageWindow) => {
  window = to(window);
};
const told = () => ({ chatId: "chat-ana", span: window, change, reload });
const ids = () => window.messages.map(({ id }) => id);

async function readFor(ms: number) {
  const hook = renderHook(useReadingOn, { initialProps: told() });
  await act(() => vi.advanceTimersByTimeAsync(ms));
  return hook;
}

test("the pages on both sides are read ahead, and join when they are wanted", async () => {
  const { result } = await readFor(200);
  expect(asked).toEqual(["before", "after"]);
  expect(ids()).toEqual(["10"]);
  act(() => {
    result.current.loadOlder();
    result.current.loadNewer();
  });
  expect(ids()).toEqual(["9", "10", "11"]);
  expect(window).toMatchObject({ before: null, after: null });
  expect(reload).not.toHaveBeenCalled();
});

test("a page that was read ahead long ago joins, and what is shown is read again", async () => {
  const { result } = await readFor(60_000);
  act(() => {
    result.current.loadOlder();
  });
  expect(ids()).toEqual(["9", "10"]);
  expect(reload).toHaveBeenCalledOnce();
});

test("what is wanted before it is there joins once it is, and is asked for once", async () => {
  const { result } = await readFor(0);
  act(() => {
    result.current.loadOlder();
    result.current.loadOlder();
  });
  expect(result.current.isLoadingOlder).toBe(true);
  await act(() => vi.advanceTimersByTimeAsync(1));
  expect(ids()).toEqual(["9", "10"]);
  expect(asked).toEqual(["before"]);
});

test("what could not be read is asked for again after five seconds, without haste", async () => {
  isAway = true;
  const { result } = await readFor(0);
  act(() => {
    result.current.loadOlder();
  });
  await act(() => vi.advanceTimersByTimeAsync(4_900));
  expect(asked.filter((side) => side === "before")).toHaveLength(1);
  expect(result.current.error).toMatchObject({ status: 0 });
  isAway = false;
  await act(() => vi.advanceTimersByTimeAsync(200));
  expect(ids()).toEqual(["9", "10"]);
  expect(result.current.error).toBeUndefined();
});

test("a page for a window that is no longer shown is left aside", async () => {
  const { result, rerender } = await readFor(0);
  act(() => {
    result.current.loadOlder();
  });
  window = { messages: [at(40)], before: placeOf(at(40)), after: null };
  rerender(told());
  await act(() => vi.advanceTimersByTimeAsync(1));
  expect(ids()).toEqual(["40"]);
});
