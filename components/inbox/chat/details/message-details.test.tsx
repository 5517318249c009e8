import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { SWRConfig } from "swr";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Clock } from "@/components/ui/clock";
import { fetchJson } from "@/components/ui/fetch-json";
import type { Asked, HistoryLine, Message, MessageHistory, RawDelivery } from "@/domain/inbox";
import { messageOf, ownMessageOf } from "@/domain/wire-examples";
import { MessageDetails } from "./message-details";

const at = "2026-03-02T08:15:00.000Z";
const onTold = vi.fn();
const onClose = vi.fn();
let history: MessageHistory | Response;
let asked: Asked;
let calls: string[] = [];

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.dispatchEvent(new Event("close"));
  };
  calls = [];
  asked = "recent";
  vi.stubGlobal("fetch", (url: string, init: RequestInit = {}) => {
    calls.push(`${init.method ?? "GET"} ${url}`);
    if (init.method === "POST") return Promise.resolve(Response.json({ asked }));
    return Promise.resolve(history instanceof Response ? history : Response.json(history));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  onTold.mockClear();
  onClose.mockClear();
});

const line = (kind: HistoryLine["kind"], told: Partial<HistoryLine> = {}): HistoryLine => {
  return { key: kind, kind, at, person: null, emoji: null, change: null, deliveryIds: [], ...told };
};
const delivery: RawDelivery = {
  ...{ id: "7", event: "message_received", receivedAt: at, state: "applied", repeats: 2, sizeBytes: 1200 },
  ...{ body: '{"event":"message_received","n":12345678901234567890}', isCut: false },
};

function open(message: Message, isGroup = false) {
  render(
    <SWRConfig value={{ provider: () => new Map(), fetcher: fetchJson, shouldRetryOnError: false }}>
      <Clock start={{ now: "2026-03-03T12:00:00.000Z", zone: "UTC" }}>
        <MessageDetails message={message} isGroup={isGroup} onTold={onTold} onClose={onClose} />
      </Clock>
    </SWRConfig>,
  );
}
const entries = async () => {
  const list = await screen.findByRole("list", { name: "What happened" });
  return within(list)
    .getAllByRole("listitem")
    .map((one) => one.textContent);
};

test("each thing that happened has its words, its time and its texts", async () => {
  history = {
    deliveries: [],
    lines: [
      line("written", { person: { name: "Ana Ribeiro", isSelf: false } }),
      line("edited", { change: { from: "At nine", to: "At ten" } }),
      line("reacted", { at: null, person: { name: "Ben", isSelf: false }, emoji: "👍" }),
    ],
  };
  open(messageOf());
  expect(await entries()).toEqual([
    "Ana Ribeiro wrote thisYesterday, 08:15",
    "EditedYesterday, 08:15BeforeAt nineAfterAt ten",
    "Ben reacted 👍time not told",
  ]);
  expect(screen.getAllByText("Yesterday, 08:15")[0]).toHaveAttribute("title", "Monday 2 March 2026, 08:15:00 (UTC)");
  expect(screen.queryByRole("button", { name: /deliver/ })).not.toBeInTheDocument();
});

test("what told a line is laid out when asked for, letter by letter, and can be copied", async () => {
  history = { lines: [line("kept", { deliveryIds: ["7"] })], deliveries: [delivery] };
  const user = userEvent.setup();
  open(messageOf());
  await user.click(await screen.findByRole("button", { name: "1 delivery", expanded: false }));
  expect(screen.getByRole("group", { name: "Delivery 7" })).toHaveTextContent(
    '{ "event": "message_received", "n": 12345678901234567890 }',
  );
  expect(screen.getByText(/Applied · 1.2 kB · came 2 times more/)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Copy delivery 7" }));
  expect(await navigator.clipboard.readText()).toBe(delivery.body);
});

test("the vendor is asked once, and what it told is read", async () => {
  history = { lines: [line("written")], deliveries: [] };
  asked = "told";
  open(ownMessageOf());
  await vi.waitFor(() => expect(onTold).toHaveBeenCalledOnce());
  const posts = calls.filter((call) => call.startsWith("POST"));
  expect(posts).toEqual(["POST /api/chats/chat-ana/messages/message-2/ask"]);
  await vi.waitFor(() => expect(calls.filter((call) => call.startsWith("GET")).length).toBeGreaterThan(1));
});

test("a vendor that gives no answer is said quietly, and the lines stay", async () => {
  history = { lines: [line("written")], deliveries: [] };
  asked = "silent";
  open(messageOf());
  expect(await screen.findByText(/could not be asked just now/)).toBeVisible();
  expect(await entries()).toHaveLength(1);
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  expect(onTold).not.toHaveBeenCalled();
});

test("the many readers of a group are one line until each is asked for", async () => {
  const names = ["Ana", "Ben", "Chiara", "Dan", "Eva", "Fynn"];
  const readers = names.map((name) => line("read", { key: name, person: { name, isSelf: false } }));
  history = { lines: [line("written"), ...readers], deliveries: [] };
  const readBy = names.map((name) => ({ id: name, name, at }));
  open(ownMessageOf({ state: "read", readBy }), true);
  expect(await entries()).toHaveLength(2);
  expect(screen.getByText("Read by Ana, Ben and 4 others.")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Read by Ana, Ben and 4 others" }));
  expect(within(screen.getByRole("list", { name: "Readers" })).getAllByRole("listitem")).toHaveLength(6);
});

test("a history that cannot be loaded says so, and is read again on demand", async () => {
  history = Response.json({ title: "The database cannot be reached right now." }, { status: 503 });
  open(messageOf());
  expect(await screen.findByRole("alert")).toHaveTextContent("The database cannot be reached right now.");
  history = { lines: [line("written")], deliveries: [] };
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await entries()).toHaveLength(1);
});

test("it can be closed", async () => {
  history = { lines: [], deliveries: [] };
  open(messageOf());
  await userEvent.click(screen.getByRole("button", { name: "Close" }));
  expect(onClose).toHaveBeenCalledOnce();
});
