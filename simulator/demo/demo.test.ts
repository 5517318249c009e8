import { describe, expect, it } from "vitest";
import { toEvent } from "@/server/postpress/to-event";
import { createRandom } from "../random";
import type { WebhookPayload } from "../webhook-body";
import { createWorld } from "../world";
import { demoAccounts } from "./accounts";
import { createHistory } from "./history";
import { createLife, happeningKinds } from "./life";
import type { Happening } from "./play";
import { isoTime } from "./play";

const epochMs = Date.parse("2026-03-02T12:00:00.000Z");

function begin(seed = "demo") {
  const world = createWorld(createRandom(seed));
  return { world, ...createHistory(world, epochMs) };
}

function read(payload: WebhookPayload, sequence: number) {
  const body = Buffer.from(JSON.stringify(payload), "utf8");
  return toEvent({ body, sequence, receivedAt: isoTime(epochMs + 3_600_000), contentType: "application/json" });
}

function expectAllReadable(happenings: readonly Happening[]) {
  expect(happenings.length).toBeGreaterThan(0);
  const misread = happenings
    .map(({ payload }, place) => ({ payload, reading: read(payload, place + 1) }))
    .filter(({ reading }) => reading.outcome !== "event");
  expect(misread).toEqual([]);
}

describe("the demo's history", () => {
  const { world, happenings } = begin();
  const payloads = happenings.map(({ payload }) => payload);
  const received = payloads.filter(({ event }) => event === "message_received");

  it("is readable from the first webhook to the last", () => {
    expectAllReadable(happenings);
  });

  it("spreads about forty chats over six networks and ten accounts", () => {
    expect(new Set([...world.accounts.values()].map(({ provider }) => provider)).size).toBe(6);
    expect(world.accounts.size).toBe(demoAccounts.length);
    expect(world.chats.size).toBeGreaterThanOrEqual(40);
    const lengths = [...world.chats.values()].map(({ messages }) => messages.length);
    expect(Math.min(...lengths)).toBeGreaterThan(0);
    expect(Math.max(...lengths)).toBeGreaterThan(300);
  });

  it("tells every kind of event", () => {
    const events = new Set(payloads.map(({ event }) => event));
    const all = [
      "message_received",
      "message_reaction",
      "message_read",
      "message_edited",
      "message_deleted",
      "message_delivered",
    ];
    expect([...events].filter((event) => typeof event === "string").sort()).toEqual(all.sort());
  });

  it("shows every kind of attachment, quotes, system lines, forwarded, unsupported and unavailable content", () => {
    const text = JSON.stringify(received);
    for (const kind of ["img", "video", "audio", "file", "linkedin_post"]) expect(text).toContain(`type":"${kind}"`);
    for (const mark of ['"voice_note":true', '"sticker":true', '"gif":true', '"unavailable":true', '"is_forwarded":1'])
      expect(text).toContain(mark);
    expect(text).toContain("cannot display this type of message yet");
    expect(received.some(({ quoted }) => quoted !== null)).toBe(true);
    expect(new Set(received.map((payload) => payload.event_type))).toEqual(new Set([undefined, 3, 4, 5, 6, 7, 8]));
  });

  it("ends at its epoch and never in the future", () => {
    const times = received.map(({ timestamp }) => Date.parse(String(timestamp)));
    expect(Math.max(...times)).toBeLessThanOrEqual(epochMs);
    expect(Math.max(...times)).toBeGreaterThan(epochMs - 10 * 60_000);
    expect(Math.min(...times)).toBeLessThan(epochMs - 3 * 86_400_000);
  });

  it("is the same to the byte for the same seed, and another for another", () => {
    expect(JSON.stringify(begin().happenings.map(({ payload }) => payload))).toBe(JSON.stringify(payloads));
    expect(begin("other").happenings[0]?.payload).not.toEqual(payloads[0]);
  });

  it("leaves one account disconnected", () => {
    const statuses = payloads.filter((payload) => "AccountStatus" in payload);
    expect(statuses.filter((payload) => JSON.stringify(payload).includes("CREDENTIALS"))).toHaveLength(1);
  });
});

describe("the demo's life", () => {
  it("goes on for a thousand steps, all readable, on all six networks, and never on a silent account", () => {
    const { world, scenes } = begin();
    const life = createLife(world, scenes);
    const happenings = Array.from({ length: 1000 }, (_, step) => life.step(epochMs + step * 3000)).flat();
    expectAllReadable(happenings);
    expect(new Set(happenings.map(({ payload }) => payload.account_type)).size).toBe(6);
    const accounts = new Set(happenings.map(({ payload }) => payload.account_id));
    expect(accounts).not.toContain("demo-ig-kids");
    expect(accounts).not.toContain("demo-tg-club");
    const events = new Set(happenings.map(({ payload }) => payload.event));
    expect(events.size).toBe(6);
  });

  it.each(happeningKinds)("lets a %s happen on demand", (kind) => {
    const { world, scenes } = begin();
    const life = createLife(world, scenes);
    for (let step = 0; step < 20; step += 1) life.step(epochMs + step * 1000, "message");
    expect(life.step(epochMs + 60_000, kind).length).toBeGreaterThan(0);
  });

  it("answers what was sent to it, in the chat's language", () => {
    const { world, scenes } = begin();
    const life = createLife(world, scenes);
    const scene = scenes.find(({ story }) => story.language === "ja");
    const message = scene?.chat.messages.findLast(({ sender }) => sender.isSelf);
    if (message === undefined) throw new Error("the demo has no Japanese chat");
    const answers = life.answer(message, epochMs).filter(({ payload }) => payload.event === "message_received");
    expect(answers.map(({ payload }) => payload.message)).toEqual(["ありがとうございます！"]);
  });
});
