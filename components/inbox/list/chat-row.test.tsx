import { fireEvent, render, screen, within } from "@testing-library/react";
import type { ComponentProps } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { Clock } from "@/components/ui/clock";
import type { Chat } from "@/domain/inbox";
import { chatOf } from "@/domain/wire-examples";
import { ChatRow } from "./chat-row";

const onOpen = vi.fn();

function renderRow(told: Partial<Chat>, looks: Partial<ComponentProps<typeof ChatRow>> = {}): HTMLElement {
  render(
    <Clock start={{ now: "2026-03-02T12:00:00.000Z", zone: "UTC" }}>
      <div role="listbox" aria-label="Chats">
        <ChatRow
          chat={chatOf(told)}
          view="all"
          density="comfortable"
          index={3}
          count={null}
          href="/inbox?chat=chat-ana"
          isOpen={false}
          isTabStop
          onOpen={onOpen}
          onApproach={vi.fn()}
          {...looks}
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

test("a row says which it is of how many, and that nobody knows while the list goes on", () => {
  const row = renderRow({});
  expect(row).toHaveAttribute("aria-posinset", "4");
  expect(row).toHaveAttribute("aria-setsize", "-1");
});

const waiting = { waitingSince: "2026-03-02T09:00:00.000Z" };

test.each(["comfortable", "compact"] as const)(
  "a %s row shows account, preview, our tick and the waiting time",
  (density) => {
    const lastMessage = {
      ...chatOf().lastMessage!,
      direction: "outgoing",
      state: "read",
      preview: "You: Yes.",
    } as const;
    const row = renderRow({ ...waiting, lastMessage }, { density });
    for (const words of ["Tandem Desk", "You: Yes.", "3 h", "08:15"]) expect(row).toHaveTextContent(words);
    expect(within(row).getByTitle("Read")).toBeInTheDocument();
  },
);

test("in the queue the waiting time stands first", () => {
  const times = within(renderRow(waiting, { view: "waiting" })).getAllByRole("time");
  expect(times.map(({ textContent }) => textContent)).toEqual(["3 h", "08:15"]);
});

test("the picture of the other side takes the place of their initials", () => {
  const row = renderRow({ pictureUrl: "/api/attendees/ana/picture" });
  expect(row.querySelector("img")).toHaveAttribute("src", "/api/attendees/ana/picture");
});
