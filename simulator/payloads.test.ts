import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toEvent } from "@/server/postpress/to-event";

const folder = new URL("./payloads/", import.meta.url);
const files = readdirSync(folder).sort();

function read(file: string) {
  const body = readFileSync(new URL(file, folder));
  return toEvent({ sequence: 1, receivedAt: "2026-03-02T12:00:00.000Z", body, contentType: null });
}

describe("the saved deliveries", () => {
  it.each(files)("%s is understood", (file) => {
    expect(read(file)).toMatchObject({ outcome: "event" });
  });

  it("tell of everything that can happen", () => {
    const types = new Set(
      files.map((file) => JSON.stringify(read(file))).map((text) => /"type":"([a-z]+\.[a-z]+)"/.exec(text)?.[1]),
    );
    const messages = ["received", "edited", "deleted", "delivered", "read"].map((what) => `message.${what}`);
    expect([...types].sort()).toEqual(
      [...messages, "account.changed", "chat.read", "reaction.removed", "reaction.set"].sort(),
    );
  });

  it("mean the same as a form and as JSON", () => {
    const [form, json] = [read("message_received_form.txt"), read("message_received.json")];
    expect(form.subject).toEqual({ ...json.subject, messageId: "msg-a4" });
  });
});
