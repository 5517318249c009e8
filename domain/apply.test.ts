import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply } from "./apply";
import type { InboxEvent } from "./events";
import { histories, normalForm, permutations, shuffled, sixEventHistory } from "./histories";
import { emptyInbox, type InboxMemory } from "./state";
import { summarise } from "./summary";

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
