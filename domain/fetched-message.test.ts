import { describe, expect, it } from "vitest";
import { apply } from "./apply";
import type { InboxEvent } from "./events";
import * as cast from "./examples";
import { chatKey, emptyInbox, type InboxMemory, type MessageMemory } from "./state";
import { summarise } from "./summary";

const answer = cast.messageSentByUs();
const asked = cast.messageFetched();

function tell(...events: readonly InboxEvent[]): InboxMemory {
  return events.reduce(apply, emptyInbox);
}

function chatIn(inbox: InboxMemory) {
  const found = inbox.chats.get(chatKey(cast.whatsapp.externalId, cast.anasChat.externalId));
  if (!found) throw new Error("the story has no chat");
  return found;
}

function messageIn(inbox: InboxMemory, id = answer.messageId): MessageMemory {
  const found = chatIn(inbox).messages.get(id);
  if (!found) throw new Error("the story has no such message");
  return found;
}

describe("a message that the API is asked about", () => {
  it("reads as before when nothing has happened to it", () => {
    const before = messageIn(tell(answer));
    const after = messageIn(tell(answer, asked));
    expect(after.body?.shown).toEqual(before.body?.shown);
    expect({ ...after, body: null, direction: null }).toEqual({ ...before, body: null, direction: null });
  });

  it("is not new to the team, neither one we have nor one we did not know", () => {
    const theirs = { messageId: "message-1", direction: "incoming", body: cast.body("Still free?") } as const;
    const found = { ...asked, ...theirs, sentAt: cast.minute(0) };
    expect(summarise(chatIn(tell(cast.messageReceived(), found)), 1).unreadCount).toBe(0);
    expect(summarise(chatIn(tell(found)), 0)).toMatchObject({ unreadCount: 0, waitingSince: cast.minute(0) });
    expect(summarise(chatIn(tell(found, cast.messageReceived())), 0).unreadCount).toBe(1);
  });

  it("stands at its own time, not at that of the question", () => {
    expect(messageIn(tell(asked)).placedAt).toBe(cast.minute(2));
    expect(messageIn(tell(cast.messageFetched({ sentAt: null })))).toMatchObject({
      placedAt: null,
      provisionalAt: asked.at,
    });
  });

  it("shows an edit that nobody told, and is outranked by one that came after the question", () => {
    const edited = cast.messageFetched({ isEdited: true, body: cast.body("Yes, from one.") });
    const found = messageIn(tell(answer, edited, cast.messageFetched({ ...edited, ...cast.stampAt(300) })));
    expect(found.body?.shown.text).toBe("Yes, from one.");
    expect(found.versions.map(({ text, at }) => [text, at])).toEqual([
      ["Yes, from noon.", answer.at],
      ["Yes, from one.", edited.at],
    ]);
    expect(found.editedAt).toBeNull();
    const more = cast.messageEdited({ ...cast.stampAt(301), messageId: answer.messageId, body: cast.body("At two.") });
    expect(messageIn(tell(edited, more, answer)).body?.shown.text).toBe("At two.");
    const earlier = cast.messageEdited({ ...cast.stampAt(9), messageId: answer.messageId, body: cast.body("At two.") });
    expect(messageIn(tell(edited, earlier, answer)).body?.shown.text).toBe("Yes, from one.");
  });

  it("never comes back from a deletion, and a deleted one never replaces what people read", () => {
    const gone = cast.messageDeleted({ messageId: answer.messageId });
    expect(messageIn(tell(answer, gone, asked)).deletedAt).toBe(gone.at);
    const emptied = cast.messageFetched({ isDeleted: true, body: cast.body("This message was deleted") });
    const found = messageIn(tell(answer, emptied));
    expect([found.deletedAt, found.body?.shown.text]).toEqual([emptied.at, "Yes, from noon."]);
  });

  it("only rises: an answer that knows less lowers nothing", () => {
    const read = tell(answer, cast.messageDelivered(), cast.messageRead(), asked);
    expect(messageIn(read)).toMatchObject({ deliveredAt: cast.minute(3), readAt: cast.minute(4), isRead: false });
    const seen = cast.messageFetched({ receipts: cast.receipts({ isDelivered: true, isRead: true }) });
    expect(messageIn(tell(answer, seen, asked))).toMatchObject({ isDelivered: true, isRead: true, readAt: null });
  });

  it("tells who has read it, whom it does not make members of the chat", () => {
    const chiara = cast.person("chiara@lid", { name: null });
    const seen = (at: string | null) => cast.receipts({ readers: [{ person: chiara, at }] });
    const inbox = tell(
      answer,
      cast.messageFetched({ receipts: seen(null) }),
      cast.messageFetched({ ...cast.stampAt(241), receipts: seen(cast.minute(8)) }),
      cast.messageFetched({ ...cast.stampAt(242), receipts: seen(cast.minute(9)) }),
    );
    expect([...messageIn(inbox).receipts.values()]).toEqual([{ readerExternalId: "chiara@lid", at: cast.minute(8) }]);
    expect([...chatIn(inbox).members.keys()]).toEqual(["ana", "desk"]);
    expect([...inbox.attendees.values()].map(({ externalId }) => externalId)).toContain("chiara@lid");
  });

  it("leaves the stamp of its list of reactions, and none when it lists none at all", () => {
    const listed = cast.messageFetched({ reactions: [{ reactor: cast.ben, emoji: "🎉" }] });
    const found = messageIn(tell(cast.reactionSet(), listed));
    expect(found.reactionsFetched).toEqual({ at: listed.at, sequence: listed.sequence });
    expect([...found.reactions.values()].map(({ emoji, isFetched }) => [emoji, isFetched])).toEqual([
      ["👍", false],
      ["🎉", true],
    ]);
    expect(messageIn(tell(cast.reactionSet(), asked)).reactionsFetched).toBeNull();
  });
});
