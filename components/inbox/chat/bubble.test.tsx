import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { Clock } from "@/components/ui/clock";
import type { Message, MessageState } from "@/domain/inbox";
import { providerOf } from "@/domain/providers";
import { messageOf, ownMessageOf } from "@/domain/wire-examples";
import { Bubble } from "./bubble";

const onJump = vi.fn();

function renderBubble(message: Message, provider = "WHATSAPP") {
  return render(
    <Clock start={{ now: "2026-03-02T12:00:00.000Z", zone: "UTC" }}>
      <Bubble message={message} provider={providerOf(provider)} isFirst isLast hasStateWord onJump={onJump} />
    </Clock>,
  ).container;
}

test.each<[MessageState, string]>([
  ["pending", "Sending"],
  ["sent", "Sent"],
  ["delivered", "Delivered"],
  ["read", "Read"],
  ["failed", "Not sent"],
  ["unknown", "Maybe sent"],
])("the state %s is said as %s", (state, words) => {
  renderBubble(ownMessageOf({ state }));
  expect(screen.getByText(words)).toBeInTheDocument();
});

test("a deletion without a text says only that", () => {
  expect(renderBubble(messageOf({ text: null, deletedAt: "2026-03-02T09:00:00.000Z" }))).toHaveTextContent(
    /^Message deleted08:15, message detailsi$/, // the last letter is the sign of the details' button
  );
});

test("a deleted text is marked as kept for the team", () => {
  const bubble = renderBubble(messageOf({ text: "Forget it", deletedAt: "2026-03-02T09:00:00.000Z" }));
  expect(bubble).toHaveTextContent(/Message deleted, kept for your team:.*Forget it/);
});

test("an edit without earlier texts is marked and has nothing to open", () => {
  renderBubble(messageOf({ editedAt: "2026-03-02T09:00:00.000Z" }));
  expect(screen.getByRole("button", { name: "edited" })).toBeDisabled();
});

test("earlier texts open and close, an empty one too", async () => {
  const versions = [{ text: null, at: "2026-03-02T08:00:00.000Z" }];
  renderBubble(messageOf({ editedAt: "2026-03-02T09:00:00.000Z", versions }));
  const button = screen.getByRole("button", { name: "edited" });
  await userEvent.click(button);
  expect(screen.getByRole("list", { name: "Earlier versions" })).toHaveTextContent("Without text");
  await userEvent.click(button);
  expect(screen.queryByRole("list", { name: "Earlier versions" })).not.toBeInTheDocument();
});

test("what cannot be shown says where it can, and an unknown network has no link", () => {
  renderBubble(messageOf({ text: null, isUnsupported: true }), "SLACK");
  expect(screen.getByText(/open it in Slack/)).toBeInTheDocument();
  expect(screen.queryByRole("link")).not.toBeInTheDocument();
});

test("a message with nothing in it is never an empty bubble", () => {
  expect(renderBubble(messageOf({ text: "" }))).toHaveTextContent("Empty message");
});

test("a quote leads to its message", async () => {
  renderBubble(messageOf({ quoted: { messageId: "message-0", senderName: "Ben Osei", text: null } }));
  await userEvent.click(screen.getByRole("button", { name: /Ben Osei.*A message without text/ }));
  expect(onJump).toHaveBeenCalledExactlyOnceWith("message-0");
});
