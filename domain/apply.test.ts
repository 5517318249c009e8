import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply } from "./apply";
import type { InboxEvent } from "./events";
import { histories, shuffled } from "./histories";
import { emptyInbox, type InboxMemory } from "./state";
import { summarise } from "./summary";

/** Maps as sorted lists, so that two states can be compared whatever the order in which their parts came. */
function normalForm(value: unknown): unknown {
  if (value instanceof Map) {
    return [...value.entries()]
      .map(([key, entry]) => [String(key), normalForm(entry)] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1));
  }
  if (Array.isArray(value)) return value.map(normalForm);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, normalForm(entry)]));
}

function deepFreeze(inbox: InboxMemory): InboxMemory {
  const freeze = (value: unknown): void => {
    if (value instanceof Map) value.forEach(freeze);
    else if (typeof value === "object" && value !== null) {
      Object.freeze(value);
      Object.values(value).forEach(freeze);
    }
  };
  freeze(inbox);
  return inbox;
}

function fold(events: readonly InboxEvent[]): InboxMemory {
  return events.reduce((inbox, event) => deepFreeze(apply(inbox, event)), emptyInbox);
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

const sixKinds: Partial<Record<InboxEvent["type"], true>> = {
  "message.received": true,
  "message.edited": true,
  "message.deleted": true,
  "message.delivered": true,
  "message.read": true,
  "reaction.set": true,
};

/** One event of each of the six kinds, all about the same message, from the generator with a fixed seed. */
function sixEventHistory(): InboxEvent[] {
  const found = new Map<string, InboxEvent>();
  for (const event of fc.sample(histories(200), { numRuns: 40, seed: 7 }).flat()) {
    if (sixKinds[event.type] && !found.has(event.type)) found.set(event.type, event);
  }
  const account = { externalId: "account-1", provider: "WHATSAPP", feature: null, userId: null, phoneNumber: null };
  const chat = { externalId: "chat-1", providerId: null, isGroup: null, title: null, folder: null };
  return [...found.values()].map((event, index) => {
    if (!("messageId" in event)) throw new Error("only events of a message belong to this history");
    return { ...event, account, chat, messageId: "message-1", sequence: index + 1 };
  });
}

describe("apply", () => {
  it("ends in the same state for all 720 orders of a six-event history", () => {
    const history = sixEventHistory();
    expect(history).toHaveLength(6);
    const expected = normalForm(fold(history));
    const orders = permutations(history);
    expect(orders).toHaveLength(720);
    for (const order of orders) expect(normalForm(fold(order))).toEqual(expected);
  });

  it("ends in the same state for 2,000 random histories × 20 shuffles with repetitions", () => {
    let shuffles = 0;
    fc.assert(
      fc.property(
        histories(12).chain((events) =>
          fc.tuple(fc.constant(events), fc.array(shuffled(events), { minLength: 20, maxLength: 20 })),
        ),
        ([events, orders]) => {
          const expected = JSON.stringify(normalForm(fold(events)));
          for (const order of orders) {
            shuffles += 1;
            if (JSON.stringify(normalForm(fold(order))) !== expected)
              expect(normalForm(fold(order))).toEqual(JSON.parse(expected));
          }
        },
      ),
      { numRuns: 2000, verbose: 0 },
    );
    expect(shuffles).toBeGreaterThanOrEqual(40_000);
  }, 120_000);

  it("gives back the very same object when an event is applied again", () => {
    fc.assert(
      fc.property(histories(12), (events) => {
        const inbox = fold(events);
        for (const event of events) expect(apply(inbox, event)).toBe(inbox);
      }),
      { numRuns: 500 },
    );
  });

  it("derives the same summary however the messages were ordered", () => {
    fc.assert(
      fc.property(
        histories(12).chain((events) => fc.tuple(fc.constant(events), shuffled(events))),
        ([events, order]) => {
          const summaries = (inbox: InboxMemory) =>
            normalForm(new Map([...inbox.chats].map(([key, chat]) => [key, summarise(chat, 3)])));
          expect(summaries(fold(order))).toEqual(summaries(fold(events)));
        },
      ),
      { numRuns: 500 },
    );
  });
});
