import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase } from "@/scripts/fresh-database.mjs";
import { connect } from "../db";
import type { PrismaClient } from "../generated/client";
import { startApplier } from "./applier-loop";
import { applyBatch } from "./applier";
import { replayAll, replayDelivery } from "./replay";

let db: PrismaClient;

beforeAll(async () => {
  db = connect(await freshDatabase(), { max: 8, connectionTimeoutMs: 5_000 });
});

afterAll(async () => {
  await db.$disconnect();
});

type Body = Record<string, unknown>;

const ruth = { attendee_id: "att-ruth", attendee_name: "Ruth Amadi", attendee_provider_id: "90017765432@lid" };

function message(parts: Body): Body {
  return {
    event: "message_received",
    account_id: "wa-7Qd1",
    account_type: "WHATSAPP",
    chat_id: "chat-1",
    message_id: randomUUID(),
    message: "Is the blue tandem still for rent?",
    timestamp: "2026-03-02T08:15:30.120Z",
    is_sender: 0,
    sender: ruth,
    attendees: [ruth],
    ...parts,
  };
}

async function keep(body: unknown): Promise<bigint> {
  const bytes = Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  const sha256 = createHash("sha256").update(bytes).digest();
  const { id } = await db.delivery.create({ data: { body: bytes, sha256, repeatKey: sha256 } });
  return id;
}

async function applyAll(): Promise<void> {
  while ((await applyBatch(db, 50)).taken > 0);
}

async function stateOf(id: bigint): Promise<{ state: string; reason: string | null; problems: unknown }> {
  return db.delivery.findUniqueOrThrow({ where: { id }, select: { state: true, reason: true, problems: true } });
}

describe("the applier", () => {
  it("turns a kept delivery into a listed chat with something unread that waits for us", async () => {
    const id = await keep(message({ chat_id: "chat-first" }));
    await applyAll();
    expect(await stateOf(id)).toMatchObject({ state: "applied", reason: null });
    const chat = await db.chat.findFirstOrThrow({ where: { externalId: "chat-first" } });
    expect(chat).toMatchObject({ provider: "WHATSAPP", unreadCount: 1 });
    expect(chat.waitingSince?.toISOString()).toBe("2026-03-02T08:15:30.120Z");
    expect(chat.lastActivityAt?.toISOString()).toBe("2026-03-02T08:15:30.120Z");
  });

  it("quarantines what it cannot read, with the path of the field, and goes on with the rest", async () => {
    const bad = await keep(message({ chat_id: "", message_id: "bad" }));
    const good = await keep(message({ chat_id: "chat-good" }));
    await applyAll();
    expect(await stateOf(bad)).toMatchObject({ state: "quarantined", problems: [{ path: "chat_id" }] });
    expect(await stateOf(good)).toMatchObject({ state: "applied" });
  });

  it("keeps an event type it does not know as ignored", async () => {
    const id = await keep(message({ event: "message_pinned" }));
    await applyAll();
    expect((await stateOf(id)).state).toBe("ignored");
  });

  it("sets aside an event on which applying fails, goes on with the rest of its chat, and applies it once after the cause is gone", async () => {
    await db.$executeRaw`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF NEW."externalId" = 'poison' THEN RAISE EXCEPTION 'refused'; END IF; RETURN NEW; END $$`;
    await db.$executeRaw`CREATE TRIGGER refuse BEFORE INSERT ON "Message" FOR EACH ROW EXECUTE FUNCTION refuse()`;
    const before = await keep(message({ chat_id: "chat-poison", message_id: "one" }));
    const poison = await keep(message({ chat_id: "chat-poison", message_id: "poison" }));
    const after = await keep(message({ chat_id: "chat-poison", message_id: "two" }));
    await applyAll();
    expect((await stateOf(before)).state).toBe("applied");
    expect((await stateOf(after)).state).toBe("applied");
    expect(await stateOf(poison)).toMatchObject({
      state: "quarantined",
      problems: [{ path: "", message: expect.stringContaining("P0001") as string }],
    });

    await db.$executeRaw`DROP TRIGGER refuse ON "Message"`;
    expect(await replayDelivery(db, poison)).toBe(true);
    expect(await replayDelivery(db, poison)).toBe(true);
    expect((await stateOf(poison)).state).toBe("applied");
    const chat = await db.chat.findFirstOrThrow({ where: { externalId: "chat-poison" }, include: { messages: true } });
    expect(chat.messages.map((one) => one.externalId).sort()).toEqual(["one", "poison", "two"]);
    expect(chat.unreadCount).toBe(3);
  });

  it("rebuilds the very same rows from the log after the derived tables were wiped", async () => {
    await keep(
      message({ chat_id: "chat-again", message_id: "m1", attachments: [{ id: "f1", type: "img", file_size: "120" }] }),
    );
    await keep(
      message({
        event: "message_reaction",
        chat_id: "chat-again",
        message_id: "m1",
        reaction: "👍",
        reaction_sender: ruth,
      }),
    );
    await keep(
      message({ event: "message_edited", chat_id: "chat-again", message_id: "m1", message: "And the red one?" }),
    );
    await applyAll();
    const rows = () =>
      db.chat.findMany({
        include: {
          messages: { include: { reactions: true, attachments: true }, orderBy: { id: "asc" } },
          attendees: true,
          account: true,
        },
        orderBy: { id: "asc" },
      });
    const before = await rows();
    expect(before.length).toBeGreaterThan(3);
    await db.account.deleteMany();
    expect(await rows()).toEqual([]);
    await replayAll(db);
    await applyAll();
    const withoutClock = (chats: Awaited<ReturnType<typeof rows>>) =>
      chats.map((chat) => ({ ...chat, account: { ...chat.account, lastEventAt: null } }));
    expect(withoutClock(await rows())).toEqual(withoutClock(before));
  });

  it("wakes when told and gives a batch's chats to its listener", async () => {
    const told: string[][] = [];
    let heard: (() => void) | undefined;
    const told1 = new Promise<void>((resolve) => (heard = resolve));
    const applier = startApplier(db, (chatIds) => {
      told.push(chatIds);
      heard?.();
    });
    await keep(message({ chat_id: "chat-loop" }));
    applier.wake();
    await told1;
    await applier.stop();
    const chat = await db.chat.findFirstOrThrow({ where: { externalId: "chat-loop" } });
    expect(told.flat()).toContain(chat.id);
  });
});
