import { fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { Clock } from "@/components/ui/clock";
import type { Chat } from "@/domain/inbox";
import { chatOf } from "@/domain/wire-examples";
import { ChatRow } from "./chat-row";

const onOpen = vi.fn();

function renderRow(told: Partial<Chat>): HTMLElement {
  render(
    <Clock start={{ now: "2026-03-02T12:00:00.000Z", zone: "UTC" }}>
      <div role="listbox" aria-label="Chats">
        <ChatRow
          chat={chatOf(told)}
          href="/inbox?chat=chat-ana"
          isOpen={false}
          isTabStop
          onOpen={onOpen}
          onApproach={vi.fn()}
        />
      </div>
    </Clock>,
  );
  return screen.getByRole("option");
}

beforeEach(() => {
  onOpen.mockReset();
});

test("a click opens the chat in place", () => {
  fireEvent.click(renderRow({}));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith("chat-ana");
});

test("a click for another tab is left to the browser", () => {
  const row = renderRow({});
  expect(fireEvent.click(row, { ctrlKey: true })).toBe(true);
  expect(onOpen).not.toHaveBeenCalled();
  expect(row).toHaveAttribute("href", "/inbox?chat=chat-ana");
});

test("unread is told by its count and in the name, read is not told", () => {
  const row = renderRow({ unreadCount: 120 });
  expect(row).toHaveAccessibleName(/120 unread/);
  expect(row).toHaveTextContent("99+");
});

test("a read chat shows no count", () => {
  expect(renderRow({})).not.toHaveAccessibleName(/unread/);
});
