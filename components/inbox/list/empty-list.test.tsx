import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { wholeInbox, type ChatFilter } from "@/domain/inbox-address";
import { EmptyList } from "./empty-list";

function renderEmpty(filter: Partial<ChatFilter>, all: number): void {
  const address = { ...wholeInbox, ...filter, chatId: null, messageId: null };
  render(<EmptyList address={address} counts={{ waiting: 0, all }} webhookUrl="https://desk.example/api" />);
}

test("before the first message it says how one comes in, in either view", () => {
  renderEmpty({ view: "waiting" }, 0);
  expect(screen.getByText("No messages yet")).toBeVisible();
  expect(screen.getByRole("link", { name: "Set up the webhook" })).toBeVisible();
});

test("an empty queue says how many chats there are nevertheless, and shows them", () => {
  renderEmpty({ view: "waiting" }, 43);
  expect(screen.getByText("Nobody is waiting")).toBeVisible();
  expect(screen.getByText(/All holds 43 chats\.$/)).toBeVisible();
  screen.getByRole("button", { name: "Show all" }).click();
  expect(window.location.search).toBe("");
});

test("an empty queue within a filter says so", () => {
  renderEmpty({ view: "waiting", provider: "TELEGRAM" }, 1);
  expect(screen.getByText("Nobody is waiting here")).toBeVisible();
  expect(screen.getByText(/All holds 1 chat\.$/)).toBeVisible();
});

test("a filter that nothing matches can be cleared, and the view stays", () => {
  renderEmpty({ view: "waiting", isUnread: true }, 0);
  expect(screen.getByText("Nothing unread here")).toBeVisible();
  screen.getByRole("button", { name: "Clear filters" }).click();
  expect(window.location.search).toBe("?view=waiting");
});
