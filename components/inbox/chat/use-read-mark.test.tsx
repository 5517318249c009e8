import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { chatOf } from "@/domain/wire-examples";
import { useReadMark } from "./use-read-mark";

const sent: unknown[] = [];
let hasFocus = true;

beforeEach(() => {
  vi.useFakeTimers();
  hasFocus = true;
  sent.length = 0;
  vi.spyOn(document, "hasFocus").mockImplementation(() => hasFocus);
  vi.stubGlobal("fetch", (_url: string, init: RequestInit) => {
    sent.push(JSON.parse(init.body as string));
    return Promise.resolve(new Response(JSON.stringify(chatOf())));
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const reading = (told: { unreadCount?: number; isAtEnd?: boolean; lastMessageId?: string }) => {
  const { unreadCount = 1, isAtEnd = true, lastMessageId = "message-9" } = told;
  return { chat: chatOf({ unreadCount }), lastMessageId, isAtEnd, onChanged: vi.fn() };
};

async function seenFor(ms: number, told: Parameters<typeof reading>[0] = {}) {
  const hook = renderHook(useReadMark, { initialProps: reading(told) });
  await act(() => vi.advanceTimersByTimeAsync(ms));
  return hook;
}

test("a second at the end, in a focused window, marks it read up to the last message", async () => {
  await seenFor(999);
  expect(sent).toEqual([]);
  await act(() => vi.advanceTimersByTimeAsync(1));
  expect(sent).toEqual([{ messageId: "message-9" }]);
});

test("away from the end nothing is marked", async () => {
  await seenFor(5000, { isAtEnd: false });
  expect(sent).toEqual([]);
});

test("a chat without anything unread is left alone", async () => {
  await seenFor(5000, { unreadCount: 0 });
  expect(sent).toEqual([]);
});

test("another window has the focus: nothing is marked until it comes back", async () => {
  hasFocus = false;
  await seenFor(5000);
  expect(sent).toEqual([]);
  hasFocus = true;
  act(() => {
    window.dispatchEvent(new Event("focus"));
  });
  await act(() => vi.advanceTimersByTimeAsync(1000));
  expect(sent).toEqual([{ messageId: "message-9" }]);
});

test("marked unread by hand it stays so, also when more comes in", async () => {
  const hook = await seenFor(0);
  act(() => {
    hook.result.current.markUnread();
  });
  hook.rerender(reading({ unreadCount: 2, lastMessageId: "message-10" }));
  await act(() => vi.advanceTimersByTimeAsync(5000));
  expect(sent).toEqual([{ messageId: null }]);
});
