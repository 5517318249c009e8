import { render, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Chat } from "@/domain/inbox";
import { chatOf } from "@/domain/wire-examples";
import { Announcer } from "./announcer";

const later = "2026-03-02T09:00:00.000Z";
const ben = chatOf({
  id: "chat-ben",
  title: "Ben Osei",
  lastActivityAt: later,
  lastMessage: { id: "b", direction: "incoming", senderName: "Ben Osei", preview: "Hello", sentAt: later, state: null },
});

function say(...steps: { chats: Chat[]; listOf: string }[]): HTMLElement {
  const [first, ...rest] = steps;
  const { rerender } = render(<Announcer chats={first?.chats ?? null} listOf={first?.listOf ?? ""} />);
  for (const step of rest) rerender(<Announcer {...step} />);
  return screen.getByRole("status", { name: "News" });
}

test("what comes into the list is announced once it is there", async () => {
  const news = say({ chats: [chatOf()], listOf: "all" }, { chats: [ben, chatOf()], listOf: "all" });
  await waitFor(() => {
    expect(news).toHaveTextContent("New message from Ben Osei, WhatsApp");
  });
});

test("what was there at the start is no news, nor is what another filter shows", () => {
  expect(say({ chats: [ben], listOf: "all" })).toBeEmptyDOMElement();
});

test("another filter brings rows, not news", async () => {
  const later = { ...ben, lastActivityAt: "2026-03-02T10:00:00.000Z" };
  const news = say(
    { chats: [chatOf()], listOf: "all" },
    { chats: [ben], listOf: "unread" },
    { chats: [chatOf({ ...later, id: "chat-chiara", title: "Chiara" }), ben], listOf: "unread" },
  );
  await waitFor(() => {
    expect(news).not.toBeEmptyDOMElement();
  });
  expect(news).toHaveTextContent(/^New message from/);
});
