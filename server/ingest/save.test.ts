import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apply } from "@/domain/apply";
import type { InboxEvent } from "@/domain/events";
import { histories, normalForm, permutations, shuffled, sixEventHistory } from "@/domain/histories";
import { emptyInbox, type InboxMemory } from "@/domain/state";
import { summarise, type ChatSummary } from "@/domain/summary";
import { freshDatabase } from "@/scripts/fresh-database.mjs";
import { connect } from "../db";
import type { PrismaClient } from "../generated/client";
import { foldAndSave } from "./applier";
import { mayPass } from "./database-errors";
import { chatIdOf, messageIdOf } from "./ids";
import { load } from "./load";

let db: PrismaClient;

beforeAll(async () => {
  db = connect(await freshDatabase(), { max: 8, connectionTimeoutMs: 5_000 });
});

afterAll(async () => {
  await db.$disconnect();
});

/** The same history on accounts of its own, so that thousands of runs share one database without meeting. */
function inRun(run: string, events: readonly InboxEvent[]): InboxEvent[] {
  return events.map((event) => ({
    ...event,
    account: { ...event.account, externalId: `${run} ${event.account.externalId}` },
  }));
}

/** Splits at places given by a seed: batches of 1 to 4. */
function inBatches(events: readonly InboxEvent[], seed: number): InboxEvent[][] {
  const batches: InboxEvent[][] = [];
  let random = seed + 1;
  for (let start = 0; start < events.length;) {
    random = (random * 48_271) % 2_147_483_647;
    const size = 1 + (random % 4);
    batches.push(events.slice(start, start + size));
    start += size;
  }
  return batches;
}

/** Two appliers at once take from one queue of batches, each batch in a transaction; a deadlock or conflict is tried again. */
async function applyByTwo(events: readonly InboxEvent[], seed: number): Promise<void> {
  const queue = inBatches(events, seed);
  const applier = async (): Promise<void> => {
    for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) await applyUntilDone(batch);
  };
  await Promise.all([applier(), applier()]);
}

async function applyUntilDone(batch: InboxEvent[]): Promise<void> {
  try {
    await db.$transaction((tx) => foldAndSave(tx, batch));
  } catch (error) {
    if (!mayPass(error)) throw error;
    await applyUntilDone(batch);
  }
}

function fold(events: readonly InboxEvent[]): InboxMemory {
  return events.reduce(apply, emptyInbox);
}

async function storedSummaries(model: InboxMemory): Promise<Map<string, ChatSummary>> {
  const summaries = new Map<string, ChatSummary>();
  for (const [key, chat] of model.chats) {
    const id = chatIdOf(chat.accountId, chat.externalId);
    const row = await db.chat.findUniqueOrThrow({ where: { id } });
    const last = [...chat.messages.keys()].find((externalId) => messageIdOf(id, externalId) === row.lastMessageId);
    summaries.set(key, {
      lastActivityAt: row.lastActivityAt?.toISOString() ?? null,
      lastMessageId: last ?? null,
      unreadCount: row.unreadCount,
      waitingSince: row.waitingSince?.toISOString() ?? null,
    });
  }
  return summaries;
}

async function expectStoredEqualsModel(events: readonly InboxEvent[]): Promise<void> {
  const model = fold(events);
  const stored = await db.$transaction((tx) => load(tx, events));
  expect(normalForm(stored)).toEqual(normalForm(model));
  const derived = new Map([...model.chats].map(([key, chat]) => [key, summarise(chat, 0)]));
  expect(normalForm(await storedSummaries(model))).toEqual(normalForm(derived));
}

describe("what two appliers store", () => {
  it("equals the pure model for all 720 orders of a six-event history", async () => {
    const orders = permutations(sixEventHistory());
    expect(orders).toHaveLength(720);
    for (const [index, order] of orders.entries()) {
      const events = inRun(`order ${String(index)}`, order);
      await applyByTwo(events, index);
      await expectStoredEqualsModel(events);
    }
  }, 180_000);

  it("equals the pure model for 200 random histories × 5 shuffles with repetitions", async () => {
    let runs = 0;
    const cases = histories(12).chain((events) => fc.tuple(...Array.from({ length: 5 }, () => shuffled(events))));
    await fc.assert(
      fc.asyncProperty(cases, async (orders) => {
        for (const order of orders) {
          runs += 1;
          const events = inRun(`history ${String(runs)}`, order);
          await applyByTwo(events, runs);
          await expectStoredEqualsModel(events);
        }
      }),
      { numRuns: 200 },
    );
    expect(runs).toBeGreaterThanOrEqual(1_000);
  }, 240_000);

  it("changes no row when the same events are applied again", async () => {
    const events = inRun("again", sixEventHistory());
    await applyByTwo(events, 1);
    const rows = () => db.$queryRaw<unknown[]>`
      SELECT m.xmin::text, c.xmin::text AS chat FROM "Message" m JOIN "Chat" c ON c."id" = m."chatId"
      JOIN "Account" a ON a."id" = c."accountId" WHERE a."externalId" LIKE 'again %'`;
    const before = await rows();
    expect(before.length).toBeGreaterThan(0);
    await applyByTwo(events, 2);
    expect(await rows()).toEqual(before);
  });
});
