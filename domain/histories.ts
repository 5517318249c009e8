/**
 * Random histories of an inbox for property tests, here and through the database: small alphabets, so that events meet on
 * the same messages, people and moments again and again.
 */
import fc from "fast-check";
import type { AttachmentFacts, ChatFacts, InboxEvent, MessageBody, PersonFacts } from "./events";

const people: readonly PersonFacts[] = ["ana", "ben", "desk"].map((name) => ({
  externalId: `attendee-${name}`,
  name: null,
  profileUrl: null,
  providerId: `${name}@lid`,
  aliases: [],
  isSelf: name === "desk",
}));

const startMs = Date.parse("2026-03-02T08:00:00.000Z");
const arrival = "2026-03-02T09:00:00.000Z";
const moment = fc.integer({ min: 0, max: 6 }).map((minutes) => new Date(startMs + minutes * 60_000).toISOString());

const person = fc
  .tuple(fc.constantFrom(...people), fc.constantFrom(null, "Ana", "Ana B.", "Ben"), fc.constantFrom(null, "+15550123"))
  .map(([known, name, phone]): PersonFacts => ({ ...known, name, aliases: phone === null ? [] : [phone] }));

const attachment = fc
  .record({
    id: fc.constantFrom(null, "file-1", "file-2"),
    place: fc.nat(1),
    name: fc.constantFrom(null, "a.jpg", "b.jpg"),
  })
  .map(({ id, place, name }): AttachmentFacts => ({
    externalId: id,
    place,
    kind: "image",
    mimetype: "image/jpeg",
    name,
    sizeBytes: 48_213,
    width: 150,
    height: null,
    durationSeconds: null,
    isSticker: false,
    isVoiceNote: false,
    isGif: false,
    isUnavailable: false,
    cardKind: null,
    linkUrl: null,
  }));

const body = fc
  .record({
    text: fc.constantFrom(null, "one", "two", "three 👋"),
    sender: fc.option(person),
    attachments: fc.array(attachment, { maxLength: 2 }),
    eventType: fc.constantFrom(null, null, null, null, 1, 4, 8),
    isHidden: fc.constantFrom(false, false, false, true),
    quoted: fc.constantFrom(null, { externalId: "message-0", senderExternalId: null, text: "before" }),
  })
  .map((parts): MessageBody => ({
    ...parts,
    kind: parts.eventType === null ? "message" : "system",
    isUnsupported: false,
    messageType: "MESSAGE",
    providerId: null,
  }));

const chat = fc
  .record({
    chat: fc.constantFrom("chat-1", "chat-1", "chat-2"),
    title: fc.constantFrom(null, "Tandems", "Tandem club"),
  })
  .map(({ chat: externalId, title }): ChatFacts => ({
    externalId,
    providerId: null,
    isGroup: null,
    title,
    folder: null,
  }));

const account = fc.record({
  externalId: fc.constantFrom("account-1", "account-1", "account-2"),
  provider: fc.constant("WHATSAPP"),
  feature: fc.constant(null),
  userId: fc.constantFrom(null, "self-1"),
  phoneNumber: fc.constantFrom(null, "15550100"),
});

/** Somebody known by a provider's id alone, as the API lists readers and reactors. */
const listed = fc.constantFrom("ana@lid", "ben@lid", "chiara@lid").map((id): PersonFacts => {
  return { externalId: id, name: null, profileUrl: null, providerId: id, aliases: [], isSelf: false };
});

const receipts = fc.record({
  isDelivered: fc.boolean(),
  isRead: fc.boolean(),
  readers: fc.array(fc.record({ person: listed, at: fc.option(moment) }), { maxLength: 2 }),
});

const inChat = {
  at: moment,
  sequence: fc.constant(0),
  receivedAt: fc.constant(arrival),
  account,
  chat,
  people: fc.array(person, { maxLength: 2 }),
};
const onMessage = {
  ...inChat,
  messageId: fc.constantFrom("message-0", "message-1", "message-2"),
  direction: fc.constantFrom("incoming" as const, "outgoing" as const),
  directionBasis: fc.constantFrom("assumed" as const, "phone" as const, "user-id" as const, "is-sender" as const),
  receipts,
};
const type = <Word extends string>(word: Word): fc.Arbitrary<Word> => fc.constant(word);

const event: fc.Arbitrary<InboxEvent> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ ...onMessage, type: type("message.received"), body }) },
  { weight: 2, arbitrary: fc.record({ ...onMessage, type: type("message.edited"), body }) },
  fc.record({ ...onMessage, type: type("message.deleted") }),
  fc.record({ ...onMessage, type: type("message.delivered"), body: fc.option(body) }),
  fc.record({ ...onMessage, type: type("message.read"), body: fc.option(body) }),
  fc.record({ ...inChat, type: type("chat.read") }),
  fc.record({
    ...onMessage,
    type: type("reaction.set"),
    reactor: person,
    emoji: fc.constantFrom("👍", "❤️"),
    body: fc.option(body),
  }),
  fc.record({ ...onMessage, type: type("reaction.removed"), reactor: person, body: fc.option(body) }),
  {
    weight: 2,
    arbitrary: fc.record({
      ...onMessage,
      type: type("message.fetched"),
      sentAt: fc.option(moment),
      body: fc.option(body),
      isEdited: fc.boolean(),
      isDeleted: fc.constantFrom(false, false, false, true),
      isMissed: fc.boolean(),
      reactions: fc.option(
        fc.array(fc.record({ reactor: listed, emoji: fc.constantFrom("👍", "❤️") }), { maxLength: 2 }),
      ),
    }),
  },
  fc.record({ ...inChat, type: type("chat.fetched") }),
  fc.record({
    at: fc.constant(arrival),
    sequence: fc.constant(0),
    receivedAt: fc.constant(arrival),
    account,
    type: type("account.fetched"),
    name: fc.constantFrom(null, "Tandem Desk", "15550100"),
    since: fc.option(moment),
    state: fc.constantFrom(null, "ok" as const, "error" as const),
    rawState: fc.constantFrom(null, "OK", "ERROR"),
  }),
  fc.record({
    at: fc.constant(arrival),
    sequence: fc.constant(0),
    receivedAt: fc.constant(arrival),
    account,
    type: type("account.changed"),
    state: fc.constantFrom("ok" as const, "reconnect" as const),
    rawState: fc.constantFrom("OK", "CREDENTIALS"),
  }),
);

/** Events in the order of their first arrival, numbered from 1. */
export function histories(maxLength: number): fc.Arbitrary<InboxEvent[]> {
  return fc
    .array(event, { minLength: 2, maxLength })
    .map((events) => events.map((one, index) => ({ ...one, sequence: index + 1 })));
}

/** The same events in any order, each at least once, some again. */
export function shuffled(events: readonly InboxEvent[]): fc.Arbitrary<InboxEvent[]> {
  const all = fc.shuffledSubarray([...events], { minLength: events.length });
  const again = fc.shuffledSubarray([...events]);
  return fc.tuple(all, again, fc.infiniteStream(fc.nat())).map(([once, repeats, places]) => {
    const order = [...once];
    for (const repeat of repeats) order.splice(Number(places.next().value) % (order.length + 1), 0, repeat);
    return order;
  });
}

/** Maps as sorted lists, so that two states can be compared whatever the order in which their parts came. */
export function normalForm(value: unknown): unknown {
  if (value instanceof Map) {
    return [...value.entries()]
      .map(([key, entry]) => [String(key), normalForm(entry)] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1));
  }
  if (Array.isArray(value)) return value.map(normalForm);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, normalForm(entry)]));
}

export function permutations<Item>(items: readonly Item[]): Item[][] {
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
export function sixEventHistory(): InboxEvent[] {
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
