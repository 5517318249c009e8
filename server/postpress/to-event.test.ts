import { describe, expect, test } from "vitest";
import * as examples from "./payload-examples";
import { eventOf, bodyOf, problemsOf, read, receivedAt } from "./payload-examples";

const whatsapp = { externalId: "wa-7Qd1", provider: "WHATSAPP", feature: null, userId: null, phoneNumber: null };
const ruth = {
  externalId: "att-ruth",
  name: "Ruth Amadi",
  profileUrl: null,
  providerId: "90017765432@lid",
  aliases: ["90017765432@lid"],
  isSelf: false,
};
const lm42 = { externalId: "chat-Lm42", providerId: null, isGroup: null, title: null, folder: null };
const untold = { isDelivered: false, isRead: false, readers: [] };
const stamp = { sequence: 7, receivedAt };

describe("the examples of the contract", () => {
  test("Ruth writes, with a photo", () => {
    const known = { ...ruth, aliases: ["90017765432@lid", "15550123@s.whatsapp.net", "+15550123"] };
    expect(eventOf(examples.messageReceived)).toEqual({
      type: "message.received",
      ...stamp,
      at: "2026-03-02T08:15:30.120Z",
      account: { ...whatsapp, phoneNumber: "+15550100" },
      chat: { ...lm42, providerId: "90017765432@lid", isGroup: false },
      people: [known],
      messageId: "msg-a1",
      direction: "incoming",
      directionBasis: "is-sender",
      receipts: untold,
      body: {
        text: "Is the blue tandem still for rent?",
        sender: known,
        kind: "message",
        eventType: null,
        isHidden: false,
        isUnsupported: false,
        messageType: "MESSAGE",
        providerId: "3EB0C0FFEE01",
        quoted: null,
        attachments: [
          {
            externalId: "ph-1",
            place: 0,
            kind: "image",
            mimetype: "image/jpeg",
            name: "tandem.jpg",
            sizeBytes: 48213,
            width: null,
            height: null,
            durationSeconds: null,
            isSticker: false,
            isVoiceNote: false,
            isGif: false,
            isUnavailable: false,
            cardKind: null,
            linkUrl: null,
          },
        ],
      },
    });
  });

  test("the vendor page's sample is ours by its ids, and its reaction belongs to no message_received", () => {
    const event = eventOf(examples.sample);
    expect(event).toMatchObject({
      type: "message.received",
      at: "2023-09-24T13:49:07.965Z",
      direction: "outgoing",
      directionBasis: "user-id",
      account: { provider: "LINKEDIN", feature: "classic", userId: "ACoAAAcDMMQBODyLwZrRcgYhrkCafURGqva0U4E" },
      chat: { externalId: "R8J-xM9WX7eoHLp6gSVtWQ", title: null },
      body: {
        text: "Hello World!",
        sender: { externalId: "C8zaRZTlVcmfnke_Vai4Gg", isSelf: true },
        attachments: [
          { kind: "image", width: 150, height: 150 },
          { place: 1, width: 1920, height: 1080 },
        ],
      },
    });
    expect(event).toMatchObject({
      people: [
        { externalId: "12Siz1Vcmfnke_Vai4Gg", isSelf: false },
        { externalId: "C8zaRZTlVcmfnke_Vai4Gg", isSelf: true },
      ],
    });
  });

  test("Ruth likes our answer, and takes it back", () => {
    const set = eventOf(examples.reactionSet);
    expect(set).toMatchObject({
      type: "reaction.set",
      emoji: "👍",
      reactor: ruth,
      direction: "outgoing",
      messageId: "msg-a2",
    });
    expect(set).toMatchObject({ body: { text: "Yes, from noon.", sender: { externalId: "att-desk", isSelf: true } } });
    expect(eventOf(examples.reactionRemoved)).toMatchObject({ type: "reaction.removed", reactor: ruth });
  });

  test("a read message, a read chat, a delivery", () => {
    expect(eventOf(examples.messageRead)).toEqual({
      type: "message.read",
      ...stamp,
      at: "2026-03-02T08:18:40.000Z",
      account: whatsapp,
      chat: lm42,
      people: [],
      messageId: "msg-a2",
      direction: "outgoing",
      directionBasis: "is-sender",
      receipts: untold,
      body: null,
    });
    expect(eventOf(examples.messageDelivered)).toMatchObject({
      type: "message.delivered",
      body: null,
      messageId: "msg-a2",
    });
    expect(eventOf(examples.chatRead)).toEqual({
      type: "chat.read",
      ...stamp,
      at: receivedAt,
      account: { ...whatsapp, externalId: "ig-3Rp8", provider: "INSTAGRAM" },
      chat: { ...lm42, externalId: "chat-Ig07" },
      people: [],
    });
  });

  test("an edit carries the new text, a withdrawal none", () => {
    expect(eventOf(examples.messageEdited)).toMatchObject({
      type: "message.edited",
      body: { text: "Saturday at 10, not 9" },
    });
    const deleted = eventOf({ ...examples.messageDeleted, message: "the old text" });
    expect(deleted).toMatchObject({ type: "message.deleted", messageId: "msg-t9" });
    expect(JSON.stringify(deleted)).not.toContain("the old text");
  });

  test("an account status speaks of the account alone; hosted sign-in knocks at another door", () => {
    expect(read(examples.accountStatus)).toEqual({
      outcome: "event",
      subject: { event: "account_status", accountId: "wa-7Qd1", chatId: null, messageId: null },
      event: {
        type: "account.changed",
        ...stamp,
        at: receivedAt,
        account: whatsapp,
        state: "reconnect",
        rawState: "CREDENTIALS",
      },
    });
    expect(problemsOf(examples.hostedSignIn)).toEqual(["event: is missing"]);
  });
});

describe("events", () => {
  test.each([
    ["new_message", "message.received"],
    ["message_edit", "message.edited"],
    ["message_delete", "message.deleted"],
  ])("%s is an alias", (alias, type) => {
    expect(eventOf({ ...examples.messageReceived, event: alias }).type).toBe(type);
  });

  test("an unknown event is ignored, with its subject, whatever else is missing", () => {
    expect(read({ event: "message_pinned", account_id: "wa-7Qd1", chat_id: 5 })).toEqual({
      outcome: "ignored",
      reason: "unknown event message_pinned",
      subject: { event: "message_pinned", accountId: "wa-7Qd1", chatId: "5", messageId: null },
    });
    expect(read({ event: "constructor" }).outcome).toBe("ignored");
    expect(read({ event: "__proto__" }).outcome).toBe("ignored");
  });

  test.each([
    "OK",
    "RECONNECTED",
    "CONNECTING",
    "CREDENTIALS",
    "PERMISSIONS",
    "ERROR",
    "STOPPED",
    "DELETED",
    "CREATION_FAIL",
    "NAPPING",
  ])("the status %s is kept in the vendor's word", (message) => {
    const event = eventOf({
      AccountStatus: { account_id: "a", account_type: "SLACK", message, reason: "?" },
      Product: 1,
    });
    expect(event).toMatchObject({ rawState: message, account: { provider: "SLACK" } });
    if (message === "NAPPING") expect(event).toMatchObject({ state: "unknown" });
  });

  test("a read chat that names a message of theirs was read by us, elsewhere", () => {
    const named = { ...examples.chatRead, is_sender: 0, message: "Hello?" };
    expect(read(named)).toMatchObject({ outcome: "ignored", reason: "read by ourselves on another device" });
    expect(read({ ...named, is_sender: 1 })).toMatchObject({ event: { type: "chat.read" } });
    expect(read({ ...examples.chatRead, is_sender: 0 })).toMatchObject({ event: { type: "chat.read" } });
  });

  test("an edit without any text is not understood, one with an empty text is", () => {
    expect(problemsOf({ ...examples.messageEdited, message: null })).toEqual(["message: is missing"]);
    expect(bodyOf({ ...examples.messageEdited, message: "" }).text).toBeNull();
  });

  test("reactions: missing fields are named, `sender` stands in only where nothing says it wrote the message", () => {
    const { reaction, reaction_sender, ...rest } = examples.reactionSet;
    expect(problemsOf(rest)).toEqual(["reaction: is missing", "reaction_sender: is missing"]);
    expect(problemsOf({ ...rest, reaction, reaction_sender: {} })).toEqual(["reaction_sender: has no id"]);
    const { is_sender, ...unsaid } = { ...rest, reaction, sender: reaction_sender };
    expect(is_sender).toBe(1);
    expect(eventOf(unsaid)).toMatchObject({ type: "reaction.set", reactor: { externalId: "att-ruth" } });
    expect(eventOf({ ...rest, reaction: null, reaction_sender })).toMatchObject({ type: "reaction.removed" });
  });

  test("a reaction by whoever wrote our message is ours", () => {
    const own = { ...examples.reactionSet, reaction_sender: examples.reactionSet.sender };
    expect(eventOf(own)).toMatchObject({ reactor: { externalId: "att-desk", isSelf: true } });
    expect(eventOf(examples.reactionSet)).toMatchObject({ reactor: { isSelf: false } });
  });
});

describe("chats and accounts", () => {
  const plain = examples.messageReceived;

  test("a subject titles groups, WhatsApp chats and InMails, and no other", () => {
    const titled = { ...plain, subject: "Weekend ride" };
    expect(eventOf(titled)).toMatchObject({ chat: { title: "Weekend ride" } });
    expect(eventOf({ ...titled, account_type: "LINKEDIN" })).toMatchObject({ chat: { title: "Weekend ride" } });
    expect(eventOf({ ...titled, account_type: "TELEGRAM" })).toMatchObject({ chat: { title: null } });
    expect(eventOf({ ...titled, account_type: "TELEGRAM", is_group: 1 })).toMatchObject({
      chat: { title: "Weekend ride" },
    });
  });

  test("the most specific folder is kept", () => {
    const folder = ["INBOX", "INBOX_LINKEDIN_RECRUITER", 5];
    expect(eventOf({ ...plain, folder })).toMatchObject({ chat: { folder: "INBOX_LINKEDIN_RECRUITER" } });
    expect(eventOf({ ...plain, folder: "INBOX" })).toMatchObject({ chat: { folder: "INBOX" } });
  });

  test("WhatsApp's address tells a group when nothing else does", () => {
    const { is_group, ...unsaid } = plain;
    expect(is_group).toBe(0);
    expect(eventOf({ ...unsaid, provider_chat_id: "1203@g.us" })).toMatchObject({ chat: { isGroup: true } });
    expect(eventOf({ ...unsaid, provider_chat_id: null })).toMatchObject({ chat: { isGroup: null } });
  });

  test.each(["MESSENGER", "TWITTER", "SLACK", "carrier_pigeon"])(
    "the provider %s is taken as it comes",
    (account_type) => {
      expect(eventOf({ ...plain, account_type })).toMatchObject({ account: { provider: account_type.toUpperCase() } });
    },
  );

  test("account_info stands in for a missing account_type", () => {
    const { account_type, account_info, ...rest } = plain;
    expect(eventOf({ ...rest, account_info })).toMatchObject({ account: { provider: account_type } });
    expect(eventOf(rest)).toMatchObject({ account: { provider: null } });
  });
});

describe("times", () => {
  test.each([
    ["missing", undefined, receivedAt],
    ["no time at all", "yesterday", receivedAt],
    ["30 February", "2026-02-30T08:00:00.000Z", receivedAt],
    ["the year 275760", "+275760-01-01T00:00:00.000Z", receivedAt],
    ["the year 0", "0000-01-01T00:00:00.000Z", receivedAt],
    ["an hour ahead", "2026-03-02T09:20:00.000Z", "2026-03-02T08:25:00.000Z"],
    ["years ago", "2019-01-01T00:00:00Z", "2019-01-01T00:00:00.000Z"],
    ["another zone", "2026-03-02T09:15:30.120+01:00", "2026-03-02T08:15:30.120Z"],
    ["no zone", "2026-03-02T08:15:30", "2026-03-02T08:15:30.000Z"],
  ])("%s", (_, timestamp, at) => {
    expect(eventOf({ ...examples.messageReceived, timestamp }).at).toBe(at);
  });
});

describe("what cannot be understood", () => {
  const plain = examples.messageReceived;

  test.each(["account_id", "chat_id", "message_id"])("%s is missing, empty, too long, or no id", (field) => {
    expect(problemsOf({ ...plain, [field]: undefined })).toEqual([`${field}: is missing`]);
    expect(problemsOf({ ...plain, [field]: "  " })).toEqual([`${field}: is missing`]);
    expect(problemsOf({ ...plain, [field]: {} })).toEqual([`${field}: is not a string`]);
    expect(problemsOf({ ...plain, [field]: 2 ** 60 })).toEqual([`${field}: is not an exact number`]);
    expect(problemsOf({ ...plain, [field]: "x".repeat(513) })).toEqual([`${field}: is longer than 512 characters`]);
    expect(eventOf({ ...plain, [field]: "x".repeat(512) }).type).toBe("message.received");
  });

  test("all problems are listed with their paths, and the subject is told as far as it goes", () => {
    const broken = {
      ...plain,
      chat_id: null,
      sender: { attendee_id: [] },
      attendees: [{}, { attendee_provider_id: "x".repeat(600) }],
    };
    expect(read(broken)).toEqual({
      outcome: "quarantined",
      reason: "chat_id is missing",
      problems: [
        { path: "chat_id", message: "is missing" },
        { path: "sender.attendee_id", message: "is not a string" },
        { path: "attendees.1.attendee_provider_id", message: "is longer than 512 characters" },
      ],
      subject: { event: "message_received", accountId: "wa-7Qd1", chatId: null, messageId: "msg-a1" },
    });
  });

  test("a read whose message id is junk does not become a read of the whole chat", () => {
    expect(problemsOf({ ...examples.messageRead, message_id: { id: "msg-a2" } })).toEqual([
      "message_id: is not a string",
    ]);
  });

  test("nesting beyond 64 levels, however deep", () => {
    const nested = (depth: number) => `{"event":"message_read","x":${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`;
    expect(problemsOf(nested(65))).toEqual([": is nested deeper than 64 levels"]);
    expect(problemsOf(nested(400_000))).toEqual([": is nested deeper than 64 levels"]);
    expect(problemsOf(nested(64))).toContain("account_id: is missing");
  });

  test("prototype keys mean nothing", () => {
    const hostile =
      '{"__proto__":{"event":"message_read","chat_id":"c"},"constructor":{"prototype":{}},"account_id":"a"}';
    expect(problemsOf(hostile)).toEqual(["event: is missing"]);
    expect(Object.hasOwn(Object.prototype, "event")).toBe(false);
  });

  test.each([
    ["", "is empty"],
    [" \n", "is empty"],
    ["[]", "is a JSON list, not an object"],
    ['"text"', "is JSON, but not an object"],
    ["null", "is JSON, but not an object"],
    [
      '{"event":"message_received","mess',
      "begins like a JSON object but cannot be read as one: perhaps cut in transit",
    ],
    ["<xml/>", "is neither JSON nor a form with an event"],
  ])("a body that is no object: %j", (body, message) => {
    expect(problemsOf(body)).toEqual([`: ${message}`]);
  });
});
