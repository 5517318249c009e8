import { describe, expect, it } from "vitest";
import type { InboxEvent } from "./events";
import * as cast from "./examples";
import { historyWords } from "./history-words";
import type { HistoryLine, Message } from "./inbox";
import { toHistoryLines, type ToldMessage } from "./message-history";
import { messageOf, ownMessageOf } from "./wire-examples";

const people = [
  { attendeeId: "id-ana", externalId: "ana", name: "Ana Ribeiro", aliases: ["ana@provider", "9@lid"], isSelf: false },
  { attendeeId: "id-ben", externalId: "ben", name: "Ben Osei", aliases: ["ben@provider"], isSelf: false },
  { attendeeId: "id-desk", externalId: "desk", name: "Tandem Desk", aliases: ["desk@provider"], isSelf: true },
];
const about = { messageId: "external-message-2" };
const answer = (told: Partial<Message> = {}) =>
  ownMessageOf({ sentAt: cast.minute(2), receivedAt: cast.minute(3), ...told });

function linesOf(events: readonly (InboxEvent | null)[], told: Partial<ToldMessage> = {}): HistoryLine[] {
  const deliveries = events.map((event, place) => {
    return { id: String(place + 1), receivedAt: event?.receivedAt ?? cast.minute(99), event };
  });
  return toHistoryLines({ message: answer(), isGroup: false, readThroughAt: null, deliveries, people, ...told });
}

/** What each line says, when, and which deliveries told it. */
const said = (lines: readonly HistoryLine[]) =>
  lines.map((line) => [line.at, historyWords(line), line.deliveryIds.join(" ")]);

describe("the history of our answer", () => {
  it("begins with its sending and with the first delivery that reached us", () => {
    expect(said(linesOf([cast.messageSentByUs(about)]))).toEqual([
      [cast.minute(2), "Sent", "1"],
      [cast.minute(3), "Kept here", "1"],
    ]);
  });

  it("tells delivered and read once each, at the earliest time, however often they came", () => {
    const message = answer({
      deliveredAt: cast.minute(4),
      readAt: cast.minute(5),
      readBy: [{ id: "id-ana", name: "Ana Ribeiro", at: cast.minute(5) }],
    });
    const delivered = (minutes: number) => cast.messageDelivered({ ...about, ...cast.stampAt(minutes) });
    const read = (minutes: number) => cast.messageRead({ ...about, ...cast.stampAt(minutes) });
    const lines = linesOf([delivered(6), delivered(4), read(7), read(5)], { message });
    expect(said(lines).slice(2)).toEqual([
      [cast.minute(4), "Delivered", "1 2"],
      [cast.minute(5), "Read by Ana Ribeiro", "3 4"],
    ]);
  });

  it("tells each reader of a group, and a read of nobody in particular apart", () => {
    const nine = cast.person("9@lid", { name: null, providerId: "9@lid" });
    const readers = [{ person: nine, at: cast.minute(8) }];
    const told = cast.messageFetched({ ...about, receipts: cast.receipts({ readers }) });
    const message = answer({
      readBy: [
        { id: "id-ana", name: "Ana Ribeiro", at: cast.minute(8) },
        { id: "id-ben", name: "Ben Osei", at: null },
      ],
    });
    const lines = linesOf([cast.messageRead({ ...about, ...cast.stampAt(7) }), told], { message, isGroup: true });
    expect(said(lines)).toEqual([
      [cast.minute(2), "Sent", ""],
      [cast.minute(3), "Kept here", "1"],
      [null, "Read by Ben Osei", ""],
      [cast.minute(7), "Read", "1"],
      [cast.minute(8), "Read by Ana Ribeiro", "2"],
      [cast.minute(240), "Asked postpress", "2"],
    ]);
  });

  it("says that the chat was read up to here, and names nobody whom only that tells", () => {
    const message = answer({ state: "read", readBy: [{ id: "id-ana", name: "Ana Ribeiro", at: null }] });
    const lines = linesOf([], { message, readThroughAt: cast.minute(30) });
    expect(said(lines).at(-1)).toEqual([cast.minute(30), "Chat read up to here", ""]);
    expect(lines).toHaveLength(3);
    expect(linesOf([], { message: answer(), readThroughAt: cast.minute(1) })).toHaveLength(2);
  });
});

describe("the history of a message of theirs", () => {
  const theirs = (told: Partial<Message> = {}) =>
    messageOf({ sentAt: cast.minute(0), receivedAt: cast.minute(0), ...told });
  const hers = { messageId: "external-message-1" };

  it("tells each edit from what to what", () => {
    const message = theirs({
      text: "11",
      editedAt: cast.minute(6),
      versions: [
        { text: "9", at: cast.minute(0) },
        { text: "10", at: cast.minute(5) },
      ],
    });
    const edit = (minutes: number) => cast.messageEdited({ ...hers, ...cast.stampAt(minutes) });
    const lines = linesOf([cast.messageReceived(hers), edit(6), edit(5)], { message });
    expect(lines.slice(2).map(({ at, change, deliveryIds }) => [at, change, deliveryIds])).toEqual([
      [cast.minute(5), { from: "9", to: "10" }, ["3"]],
      [cast.minute(6), { from: "10", to: "11" }, ["2"]],
    ]);
  });

  it("tells an edit of which the earlier text is not known", () => {
    const lines = linesOf([], { message: theirs({ text: "11", editedAt: cast.minute(6) }) });
    expect(lines.at(-1)).toMatchObject({ kind: "edited", at: cast.minute(6), change: { from: null, to: "11" } });
  });

  it("tells that we read it elsewhere, and that it was deleted", () => {
    const message = theirs({
      readBy: [{ id: "account", name: "Tandem Desk", at: cast.minute(2) }],
      deletedAt: cast.minute(9),
    });
    const events = [cast.messageRead({ ...hers, ...cast.stampAt(2) }), cast.messageDeleted(hers)];
    expect(said(linesOf(events, { message }))).toEqual([
      [cast.minute(0), "Ana Ribeiro wrote this", ""],
      [cast.minute(0), "Kept here", "1"],
      [cast.minute(2), "Read on the phone", "1"],
      [cast.minute(9), "Deleted", "2"],
    ]);
  });
});

describe("reactions in a history", () => {
  const react = (minutes: number, emoji: string, reactor = cast.ana) =>
    cast.reactionSet({ ...about, ...cast.stampAt(minutes), reactor, emoji });
  const remove = (minutes: number, reactor = cast.ana) =>
    cast.reactionRemoved({ ...about, ...cast.stampAt(minutes), reactor });
  const listed = (minutes: number, ...reactions: { reactor: typeof cast.ana; emoji: string }[]) =>
    cast.messageFetched({ ...about, ...cast.stampAt(minutes), reactions });
  const reactionsOf = (...events: InboxEvent[]) =>
    said(linesOf(events).filter(({ kind }) => kind === "reacted" || kind === "took-back"));

  it("come and go in the order of their times, each once", () => {
    expect(
      reactionsOf(remove(9), react(6, "👍"), react(7, "👍"), react(8, "❤️"), react(6.5, "🎉", cast.tandemDesk)),
    ).toEqual([
      [cast.minute(6), "Ana Ribeiro reacted 👍", "2 3"],
      [cast.minute(6.5), "You reacted 🎉", "5"],
      [cast.minute(8), "Ana Ribeiro reacted ❤️", "4"],
      [cast.minute(9), "Ana Ribeiro took back ❤️", "1"],
    ]);
  });

  it("that only a list tells have no time, and stand where they were learnt", () => {
    const byId = cast.person("9@lid", { name: null, providerId: "9@lid" });
    expect(
      reactionsOf(react(6, "👍"), react(7, "🎉", cast.ben), listed(60, { reactor: byId, emoji: "👍" }), listed(70)),
    ).toEqual([
      [cast.minute(6), "Ana Ribeiro reacted 👍", "1 3"],
      [cast.minute(7), "Ben Osei reacted 🎉", "2"],
      [null, "Ben Osei took back 🎉", "3"],
      [null, "Ana Ribeiro took back 👍", "4"],
    ]);
  });

  it("may be taken back though nobody knows which", () => {
    expect(reactionsOf(remove(9))).toEqual([[cast.minute(9), "Ana Ribeiro took back a reaction", "1"]]);
  });
});

it("names deliveries that had no effect, and leaves out those about another message", () => {
  const lines = linesOf([null, cast.messageDelivered({ messageId: "another" })]);
  expect(said(lines).at(-1)).toEqual([cast.minute(99), "A delivery without effect here", "1"]);
  expect(lines).toHaveLength(3);
});
