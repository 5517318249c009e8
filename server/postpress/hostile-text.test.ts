import { expect, test } from "vitest";
import { messageWords } from "@/domain/chat-list";
import type { MessageReceived } from "@/domain/events";
import { foldedParts } from "@/domain/folding";
import { isBigEmoji, toTextParts } from "@/domain/message-text";
import type { KnownPeople } from "@/domain/same-person";
import { shownText } from "@/domain/shown-message";
import * as examples from "./payload-examples";
import { eventOf } from "./payload-examples";

const cannotShow = "-- postpress cannot display this type of message yet";

/** Texts that keep a careless reader busy, as long as asked for. */
const texts: readonly (readonly [name: string, make: (length: number) => string])[] = [
  ["closing brackets after a link", (length) => `https://example.org/${")".repeat(length)}`],
  ["pairs of brackets after a link", (length) => `https://example.org/${"()".repeat(length / 2)}`],
  ["full stops after a link", (length) => `https://example.org/${".".repeat(length)}`],
  ["beginnings of links", (length) => "https://".repeat(length / 8)],
  ["beginnings of links apart", (length) => "https:// ".repeat(length / 9)],
  ["short links", (length) => "https://a.b ".repeat(length / 12)],
  ["links of mixed scripts", (length) => "https://аррle.example ".repeat(length / 22)],
  ["one host of mixed scripts", (length) => `https://${"аb".repeat(length / 2)}.example`],
  ["www", (length) => "www.".repeat(length / 4)],
  ["mail", (length) => "mailto:".repeat(length / 7)],
  ["open braces", (length) => "{".repeat(length)],
  ["open mentions", (length) => "@{{a".repeat(length / 4)],
  ["long open mentions", (length) => `{{${"a".repeat(198)}`.repeat(length / 200)],
  ["mentions", (length) => "{{1@lid}} ".repeat(length / 10)],
  ["spaces", (length) => " ".repeat(length)],
  ["line breaks", (length) => "\r\n".repeat(length / 2)],
  ["one word", (length) => "a".repeat(length)],
  ["open isolates", (length) => "\u2068".repeat(length)],
  ["overrides", (length) => "\u202Ea".repeat(length / 2)],
  ["marks upon one letter", (length) => `a${"\u0301".repeat(length)}`],
  ["joined emoji", (length) => "👩\u200D".repeat(length / 3)],
  ["flags", (length) => "🇵🇹".repeat(length / 4)],
  ["mis-decoded text", (length) => "Ã©".repeat(length / 2)],
  ["mis-decoded text that is none at its end", (length) => `${"Ã©".repeat(length / 2)}Ã`],
  ["what cannot be shown, again and again", (length) => `${cannotShow} ${"--  ".repeat(length / 4)}x`],
];

const nobody: KnownPeople = new Map();
const line = {
  direction: "incoming",
  kind: "message",
  eventType: null,
  senderName: "Ana",
  isUnsupported: false,
} as const;

/** All that becomes of a text from the delivery to the screen, in the conversation and in the list. */
function read(payload: string): void {
  const { body } = receivedOf(payload);
  const text = shownText(body.text, nobody) ?? "";
  foldedParts(toTextParts(text));
  isBigEmoji(text);
  messageWords({ ...line, text, isDeleted: false, sentAt: "", attachments: [] });
}

function receivedOf(payload: string): MessageReceived {
  const event = eventOf(payload);
  if (event.type !== "message.received") throw new Error("expected a message");
  return event;
}

/** Of our own work alone, whatever else the machine is doing, and of many runs. */
function medianMs(text: string): number {
  const payload = JSON.stringify({ ...examples.messageReceived, account_type: "INSTAGRAM", message: text });
  const times = Array.from({ length: 11 }, () => {
    const start = process.cpuUsage();
    read(payload);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return times.sort((one, other) => one - other)[5] ?? 0;
}

/** Below this a doubling says nothing about the text. */
const tooShortToTellMs = 10;

test.each(texts)(
  "%s: 30,000 characters take less than 50 ms, and twice as many less than three times as long",
  (_, make) => {
    expect(make(30_000).length).toBeGreaterThan(29_000);
    const half = medianMs(make(15_000));
    const whole = medianMs(make(30_000));
    expect(whole).toBeLessThan(50);
    if (whole > tooShortToTellMs) expect(whole / half).toBeLessThan(3);
  },
);
