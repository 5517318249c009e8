import { describe, expect, it } from "vitest";
import { apply } from "./apply";
import type { InboxEvent } from "./events";
import * as cast from "./examples";
import { attendeeKey, chatKey, emptyInbox, shownValue } from "./state";
import type { InboxMemory, MessageMemory } from "./state";
import { summarise } from "./summary";

const question = cast.messageReceived();
const answer = cast.messageSentByUs();
const anasStory: InboxEvent[] = [
  question,
  cast.messageEdited(),
  answer,
  cast.messageDelivered(),
  cast.messageRead(),
  cast.chatRead(),
  cast.reactionSet(),
];

function tell(events: readonly InboxEvent[]): InboxMemory {
  return events.reduce(apply, emptyInbox);
}

function chatIn(inbox: InboxMemory, account = cast.whatsapp, chat = cast.anasChat) {
  const found = inbox.chats.get(chatKey(account.externalId, chat.externalId));
  if (!found) throw new Error(`the story has no chat ${chat.externalId}`);
  return found;
}

function messageIn(inbox: InboxMemory, id: string): MessageMemory {
  const found = chatIn(inbox).messages.get(id);
  if (!found) throw new Error(`the story has no message ${id}`);
  return found;
}

describe("Ana's story", () => {
  const inbox = tell(anasStory);

  it("is one chat of two messages, hers edited, ours delivered, read and liked", () => {
    expect([...chatIn(inbox).messages.keys()]).toEqual([question.messageId, answer.messageId]);
    const theirs = messageIn(inbox, question.messageId);
    expect(theirs.body?.shown.text).toBe("Is the blue tandem still for rent on Saturday?");
    expect(theirs.versions.map(({ text }) => text)).toEqual(["Is the blue tandem still for rent?"]);
    const ours = messageIn(inbox, answer.messageId);
    expect([ours.direction?.direction, ours.deliveredAt, ours.readAt]).toEqual([
      "outgoing",
      cast.minute(3),
      cast.minute(4),
    ]);
    expect([...ours.reactions.values()].map(({ emoji, reactorExternalId }) => [reactorExternalId, emoji])).toEqual([
      ["ana", "👍"],
    ]);
  });

  it("knows Ana by her name and by all her addresses", () => {
    const ana = inbox.attendees.get(attendeeKey(cast.whatsapp.externalId, cast.ana.externalId));
    expect(shownValue(ana?.names ?? [])).toBe("Ana Ribeiro");
    expect(ana?.aliases).toEqual(expect.arrayContaining(["90017765432@lid", "+15550123"]));
  });

  it("waits for nobody after our answer, and waits again when she writes once more", () => {
    expect(summarise(chatIn(inbox), 0).waitingSince).toBeNull();
    const more = cast.messageReceived({
      ...cast.stampAt(10),
      messageId: "message-3",
      body: cast.body("And a helmet?"),
    });
    expect(summarise(chatIn(apply(inbox, more)), 0).waitingSince).toBe(cast.minute(10));
  });

  it("loses the like when she takes it back", () => {
    const { reactions } = messageIn(apply(inbox, cast.reactionRemoved()), answer.messageId);
    expect([...reactions.values()].map(({ emoji }) => emoji)).toEqual([null]);
  });

  it("keeps what she withdraws, marked, whatever edits come later", () => {
    const late = cast.messageEdited({ ...cast.stampAt(12), body: cast.body("Never mind") });
    const withdrawn = messageIn([cast.messageDeleted(), late].reduce(apply, inbox), question.messageId);
    expect(withdrawn.deletedAt).toBe(cast.minute(9));
    expect(withdrawn.body?.shown.text).not.toBeNull();
  });

  it("goes on beside a disconnected account", () => {
    const after = apply(inbox, cast.accountChanged());
    expect(after.accounts.get(cast.whatsapp.externalId)).toMatchObject({ state: "reconnect", rawState: "CREDENTIALS" });
    expect(chatIn(after)).toBe(chatIn(inbox));
  });
});

describe("a group", () => {
  const photo = cast.attachment("photo-1", { name: "orchard.jpg" });
  const inGroup = { account: cast.telegram, chat: cast.weekendRide, people: [cast.ana, cast.ben] };
  const bensPhoto = cast.messageReceived({
    ...inGroup,
    body: cast.body(null, { sender: cast.ben, attachments: [photo] }),
  });
  const inbox = tell([bensPhoto, bensPhoto, question]);

  it("carries its name, its people, and each message's sender and files once", () => {
    const group = chatIn(inbox, cast.telegram, cast.weekendRide);
    expect(group.isGroup).toBe(true);
    expect(shownValue(group.titles)).toBe("Weekend ride");
    expect([...group.members.keys()].sort()).toEqual(["ana", "ben"]);
    const [message] = group.messages.values();
    expect(message?.body?.shown.senderExternalId).toBe("ben");
    expect([...(message?.attachments.values() ?? [])].map(({ facts }) => facts.name)).toEqual(["orchard.jpg"]);
  });

  it("is another chat than Ana's own", () => {
    expect(inbox.chats.size).toBe(2);
    expect(chatIn(inbox).messages.size).toBe(1);
  });
});
