import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isTooDeep, parseBody } from "./body";
import * as payloads from "./payload-examples";
import { readBytes } from "./payload-examples";

function valueOf(text: string): unknown {
  const body = parseBody(Buffer.from(text));
  return body.isReadable ? body.value : null;
}

const { messageReceived, reactionSet, messageRead, chatRead, messageEdited, messageDeleted, accountStatus, sample } =
  payloads;
const examples = {
  messageReceived,
  reactionSet,
  messageRead,
  chatRead,
  messageEdited,
  messageDeleted,
  accountStatus,
  sample,
};

describe("forms", () => {
  test("a form with an event is read, brackets and JSON fields included", () => {
    const form = new URLSearchParams({
      event: "message_received",
      account_id: "wa-7Qd1",
      "sender[attendee_id]": "att-ruth",
      "attachments[0][id]": "ph-1",
      "attachments[1][id]": "ph-2",
      attendees: JSON.stringify([{ attendee_id: "att-ruth" }]),
      message: '{"not": "parsed"}',
    });
    expect(valueOf(form.toString())).toEqual({
      event: "message_received",
      account_id: "wa-7Qd1",
      sender: { attendee_id: "att-ruth" },
      attachments: [{ id: "ph-1" }, { id: "ph-2" }],
      attendees: [{ attendee_id: "att-ruth" }],
      message: '{"not": "parsed"}',
    });
  });

  test("every example comes through as a form with JSON fields", () => {
    const payload: Record<string, unknown> = payloads.messageReceived;
    const entries = Object.entries(payload).map(([key, value]) => [
      key,
      typeof value === "string" ? value : JSON.stringify(value),
    ]);
    const form = readBytes(Buffer.from(new URLSearchParams(entries as [string, string][]).toString()));
    expect(form).toMatchObject({
      outcome: "event",
      event: { type: "message.received", messageId: "msg-a1", direction: "incoming" },
    });
  });

  test("a whole JSON text encoded as one name is read", () => {
    expect(valueOf(encodeURIComponent(JSON.stringify(payloads.chatRead)))).toEqual(payloads.chatRead);
  });

  test("JSON that was cut is no form, even where a link in it looks like one", () => {
    const cut = '{"event":"message_received","message":"https://desk.example/?a=1&event=open&AccountStatus=1&b';
    expect(new URLSearchParams(cut).get("event")).toBe("open");
    expect(valueOf(cut)).toBeNull();
    expect(valueOf("a=1&b=2")).toBeNull();
    expect(valueOf("event=")).toBeNull();
  });

  test("hostile names make plain fields", () => {
    const value = valueOf("event=x&__proto__[polluted]=1&constructor[prototype][polluted]=1");
    expect(Object.keys(value ?? {})).toEqual(["event", "__proto__", "constructor"]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

test("a byte order mark and bytes that are no UTF-8 do not stop a body", () => {
  expect(valueOf("\uFEFF{}")).toEqual({});
  const latin1 = Buffer.from('{"event":"café"}', "latin1");
  expect(parseBody(latin1)).toEqual({ isReadable: true, value: { event: "caf\uFFFD" } });
});

test("depth is counted in containers", () => {
  expect(isTooDeep(JSON.parse("[".repeat(64) + "]".repeat(64)))).toBe(false);
  expect(isTooDeep(JSON.parse("[".repeat(65) + "]".repeat(65)))).toBe(true);
});

describe("no delivery makes it throw", () => {
  const read = readBytes;
  const outcomes = ["event", "ignored", "quarantined"];

  test("bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => outcomes.includes(read(bytes).outcome)));
  });

  test("any JSON", () => {
    fc.assert(fc.property(fc.json(), (json) => outcomes.includes(read(Buffer.from(json)).outcome)));
  });

  test("any form", () => {
    const form = fc
      .array(fc.tuple(fc.string(), fc.string()))
      .map((pairs) => `event=message_read&${new URLSearchParams(pairs).toString()}`);
    fc.assert(fc.property(form, (text) => outcomes.includes(read(Buffer.from(text)).outcome)));
  });

  test("any value in any field of any example", () => {
    const mutant = fc
      .constantFrom(...Object.values(examples))
      .chain((example: Record<string, unknown>) =>
        fc.tuple(
          fc.constant(example),
          fc.constantFrom(...Object.keys(example), "reaction", "quoted", "folder", "event_type"),
          fc.jsonValue(),
        ),
      );
    fc.assert(
      fc.property(mutant, ([example, field, value]) => {
        const reading = read(Buffer.from(JSON.stringify({ ...example, [field]: value })));
        const isExplained = reading.outcome !== "quarantined" || reading.problems.length > 0;
        return outcomes.includes(reading.outcome) && isExplained;
      }),
      { numRuns: 2000 },
    );
  });

  test("cut or flipped bytes of the examples", () => {
    const bodies = Object.values(examples).map((example) => Buffer.from(JSON.stringify(example)));
    fc.assert(
      fc.property(fc.constantFrom(...bodies), fc.nat(), fc.nat(255), (body, place, byte) => {
        const flipped = Buffer.from(body);
        flipped[place % body.length] = byte;
        return (
          outcomes.includes(read(flipped).outcome) &&
          read(body.subarray(0, place % body.length)).outcome === "quarantined"
        );
      }),
      { numRuns: 2000 },
    );
  });
});
