import { createHash } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { historyWords } from "@/domain/history-words";
import { db } from "../db";
import { addMessage } from "../example-rows";
import { applyBatch } from "../ingest/applier";
import { chatIdOf, messageIdOf } from "../ingest/ids";
import { getMessageHistory } from "./message-history";

const account = "wa-7Qd1";
const chatId = chatIdOf(account, "chat-Lm42");
const messageId = messageIdOf(chatId, "msg-a1");
const ruth = { attendee_id: "att-ruth", attendee_name: "Ruth Amadi", attendee_provider_id: "90017765432@lid" };
const at = (minutes: number) => `2026-03-02T08:${String(minutes).padStart(2, "0")}:00.000Z`;

beforeEach(async () => {
  await db().account.deleteMany();
  await db().delivery.deleteMany();
});
afterAll(async () => {
  await db().$disconnect();
});

async function deliver(body: object): Promise<bigint> {
  const base = {
    account_id: account,
    account_type: "WHATSAPP",
    chat_id: "chat-Lm42",
    message_id: "msg-a1",
    is_sender: 0,
  };
  const bytes = Buffer.from(JSON.stringify({ ...base, ...body }));
  const sha256 = createHash("sha256").update(bytes).digest();
  const { id } = await db().delivery.create({ data: { body: bytes, sha256, repeatKey: sha256 } });
  while ((await applyBatch(db(), 50)).taken > 0);
  return id;
}

const writes = (told: object = {}) =>
  deliver({
    event: "message_received",
    message: "At nine",
    sender: ruth,
    attendees: [ruth],
    timestamp: at(1),
    ...told,
  });

const told = async (isAdmin: boolean) => getMessageHistory(chatId, messageId, isAdmin);

describe("the history of a message", () => {
  it("is what its deliveries told, each line with its time and what is behind it", async () => {
    const ids = [
      await writes(),
      await deliver({ event: "message_edited", message: "At ten", timestamp: at(3) }),
      await deliver({ event: "message_reaction", reaction: "👍", reaction_sender: ruth, timestamp: at(4) }),
      await deliver({ event: "message_deleted", timestamp: at(5) }),
    ].map(String);
    const { lines, deliveries } = await told(true);
    expect(lines.map((line) => [line.kind === "kept" ? "" : line.at, historyWords(line), line.deliveryIds])).toEqual([
      [at(1), "Ruth Amadi wrote this", [ids[0]]],
      [at(3), "Edited", [ids[1]]],
      [at(4), "Ruth Amadi reacted 👍", [ids[2]]],
      [at(5), "Deleted", [ids[3]]],
      ["", "Kept here", [ids[0]]],
    ]);
    expect(lines[1]?.change).toEqual({ from: "At nine", to: "At ten" });
    expect(deliveries.map(({ id, event, state }) => [id, event, state])).toEqual([
      [ids[0], "message_received", "applied"],
      [ids[1], "message_edited", "applied"],
      [ids[2], "message_reaction", "applied"],
      [ids[3], "message_deleted", "applied"],
    ]);
    expect(JSON.parse(deliveries[0]?.body ?? "")).toMatchObject({ event: "message_received", message: "At nine" });
  });

  it("has neither deliveries nor what had no effect for those who are no admins", async () => {
    await writes();
    await deliver({ event: "message_starred" });
    expect((await told(true)).lines.map(({ kind }) => kind)).toContain("unclear");
    const { lines, deliveries } = await told(false);
    expect(lines.map(({ kind, deliveryIds }) => [kind, deliveryIds])).toEqual([
      ["written", []],
      ["kept", []],
    ]);
    expect(deliveries).toEqual([]);
  });

  it("shows the beginning of a very long delivery, and understands all of it", async () => {
    await writes({ message: "word ".repeat(20_000) });
    const [delivery] = (await told(true)).deliveries;
    expect(delivery).toMatchObject({ isCut: true, state: "applied" });
    expect(delivery?.body).toHaveLength(16 * 1024);
    expect(delivery?.sizeBytes).toBeGreaterThan(100_000);
    expect((await told(true)).lines[0]?.deliveryIds).toEqual([delivery?.id]);
  });

  it("holds no delivery of another account or chat that has the same id", async () => {
    await writes();
    await writes({ account_id: "wa-other" });
    await writes({ chat_id: "chat-other" });
    const { lines } = await told(true);
    expect(lines.filter(({ kind }) => kind === "written").flatMap(({ deliveryIds }) => deliveryIds)).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain("wa-other");
  });

  it("counts how often the same bytes came", async () => {
    const id = await writes();
    const { repeatKey } = await db().delivery.findUniqueOrThrow({ where: { id } });
    await db().deliveryRepeat.create({ data: { repeatKey: repeatKey!, count: 2 } });
    expect((await told(true)).deliveries).toMatchObject([{ repeats: 2 }]);
  });

  it("is not there for a message that is not in this chat", async () => {
    await writes();
    const other = await addMessage(chatId, { isVisible: false });
    for (const id of [other, "00000000-0000-4000-8000-000000000000", "nonsense", "\u0000"]) {
      await expect(getMessageHistory(chatId, id, true)).rejects.toMatchObject({ details: { status: 404 } });
    }
    const elsewhere = "00000000-0000-4000-8000-000000000000";
    await expect(getMessageHistory(elsewhere, messageId, true)).rejects.toMatchObject({ details: { status: 404 } });
  });
});
