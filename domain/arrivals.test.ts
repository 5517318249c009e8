import { expect, test } from "vitest";
import { arrivals, arrivalWords } from "./arrivals";
import { chatOf } from "./wire-examples";

const said = (id: string, at: string, direction: "incoming" | "outgoing" = "incoming") =>
  chatOf({
    id,
    title: id,
    lastActivityAt: at,
    lastMessage: { id: `${id} ${at}`, direction, senderName: id, preview: "Hello", sentAt: at, state: null },
  });
const [early, middle, late] = ["2026-03-02T08:00:00.000Z", "2026-03-02T09:00:00.000Z", "2026-03-02T10:00:00.000Z"];
const names = (chats: readonly { title: string }[]) => chats.map(({ title }) => title);

test("a newer message from outside is an arrival, in a known chat and in a new one", () => {
  expect(names(arrivals([said("Ana", early)], [said("Ben", late), said("Ana", middle)]))).toEqual(["Ben", "Ana"]);
});

test("what we sent, what was there and what merely scrolled into the list is none", () => {
  const before = [said("Ana", middle)];
  expect(arrivals(before, [said("Ana", late, "outgoing")])).toEqual([]);
  expect(arrivals(before, before)).toEqual([]);
  expect(arrivals(before, [said("Ana", middle), said("Ben", early)])).toEqual([]);
});

test("one is told by name and network, several in one sentence", () => {
  expect(arrivalWords([said("Ana", late)])).toBe("New message from Ana, WhatsApp");
  expect(arrivalWords([said("Ana", late), said("Ben", late)])).toBe("New messages in 2 chats");
  expect(arrivalWords([])).toBe("");
});
