/**
 * What happened to one message, as a list of lines: what its deliveries told, each thing once however often it was told, and what is known
 * of it besides. Times are those of the provider; where nobody told one, a line says so and stands where it was learnt.
 */
import type { InboxEvent, MessageEvent, MessageFetched } from "./events";
import { byTime, draft, type AboutMessage, type Draft } from "./history-drafts";
import { peopleFinder, type ChatPerson, type Somebody } from "./history-people";
import type { HistoryLine, Message } from "./inbox";
import { reactionLines } from "./reaction-history";
import { earlierOf } from "./state";

/** A delivery about the message; `event` is null where it could not be read. Oldest first. */
export type KeptDelivery = { id: string; receivedAt: string; event: InboxEvent | null };

export type ToldMessage = {
  message: Message;
  isGroup: boolean;
  /** of a chat of ours: the other side has read it up to there */
  readThroughAt: string | null;
  deliveries: readonly KeptDelivery[];
  people: readonly ChatPerson[];
};

/** Oldest first. */
export function toHistoryLines(told: ToldMessage): HistoryLine[] {
  const about = eventsAbout(told);
  const find = peopleFinder(told.people);
  const drafts = [
    ...beginnings(told, about),
    ...receiptLines(told, about, find),
    ...editLines(told.message, about),
    ...reactionLines(about, find),
    ...endings(told, about),
  ];
  return drafts.sort(byTime).map(({ learntAt: _learntAt, ...line }) => line);
}

function eventsAbout({ message, deliveries }: ToldMessage): AboutMessage[] {
  return deliveries.flatMap(({ id, event }) =>
    event !== null && "messageId" in event && event.messageId === message.externalId ? [{ id, event }] : [],
  );
}

const idsOf = (about: readonly AboutMessage[]) => about.map(({ id }) => id);
const isFetched = (event: MessageEvent): event is MessageFetched => event.type === "message.fetched";
const ofType = (about: readonly AboutMessage[], type: MessageEvent["type"]) =>
  about.filter(({ event }) => event.type === type);

function beginnings({ message, deliveries }: ToldMessage, about: readonly AboutMessage[]): Draft[] {
  const { sender, direction, sentAt, receivedAt } = message;
  const person = { name: sender.name, isSelf: direction === "outgoing" };
  const deliveryIds = idsOf(ofType(about, "message.received"));
  const first = deliveries.slice(0, 1).map(({ id }) => id);
  return [
    draft("written", { key: "written", at: sentAt, learntAt: sentAt, person, deliveryIds }),
    draft("kept", { key: "kept", at: receivedAt, learntAt: receivedAt, deliveryIds: first }),
  ];
}

function receiptLines(told: ToldMessage, about: readonly AboutMessage[], find: Finder): Draft[] {
  const { message, readThroughAt } = told;
  const isOurs = message.direction === "outgoing";
  const isWithinMark = isOurs && readThroughAt !== null && message.sentAt <= readThroughAt;
  const chatRead = isWithinMark
    ? [draft("chat-read", { key: "chat-read", at: readThroughAt, learntAt: readThroughAt })]
    : [];
  return [...deliveredLine(message, about), ...readLines({ ...told, isWithinMark }, about, find), ...chatRead];
}

function deliveredLine(message: Message, about: readonly AboutMessage[]): Draft[] {
  const told = about.filter(({ event }) => event.type === "message.delivered" || event.receipts.isDelivered);
  if (message.deliveredAt === null && told.length === 0) return [];
  const learntAt = told[0]?.event.at ?? message.receivedAt;
  return [draft("delivered", { key: "delivered", at: message.deliveredAt, learntAt, deliveryIds: idsOf(told) })];
}

type Finder = (told: Parameters<ReturnType<typeof peopleFinder>>[0]) => Somebody;
type Read = ToldMessage & { isWithinMark: boolean };

/** One line a reader, and one for a read of which the vendor names nobody, unless it surely was one of them. */
function readLines({ message, isGroup, isWithinMark }: Read, about: readonly AboutMessage[], find: Finder): Draft[] {
  const isOurs = message.direction === "outgoing";
  const unnamed = ofType(about, "message.read");
  const unnamedAt = unnamed.map(({ event }) => event.at).reduce(earlierOf, null);
  const named = message.readBy.map(({ id, name, at }): Draft => {
    const telling = about.filter(({ event }) => event.receipts.readers.some(({ person }) => find(person).id === id));
    const isSure = !isOurs || !isGroup || at === unnamedAt;
    const deliveryIds = [...idsOf(telling), ...(isSure ? idsOf(unnamed) : [])];
    const learntAt = telling[0]?.event.at ?? at ?? message.receivedAt;
    const person = { name, isSelf: !isOurs };
    return draft(isOurs ? "read" : "read-elsewhere", { key: `read ${id}`, at, learntAt, person, deliveryIds });
  });
  const known = named.filter(({ at, deliveryIds }) => at !== null || deliveryIds.length > 0 || !isWithinMark);
  const isNamed = unnamedAt === null || !isGroup || known.some(({ at }) => at === unnamedAt);
  if (isNamed) return known;
  return [...known, draft("read", { key: "read", at: unnamedAt, learntAt: unnamedAt, deliveryIds: idsOf(unnamed) })];
}

/** From each text to the next. */
function editLines({ versions, text, editedAt }: Message, about: readonly AboutMessage[]): Draft[] {
  if (editedAt === null) return [];
  const edits = ofType(about, "message.edited");
  const found = about.filter(({ event }) => isFetched(event) && event.isEdited);
  const texts = [...versions, { text, at: versions.length === 0 ? editedAt : lastOf(editedAt, versions) }];
  if (versions.length === 0) texts.unshift({ text: null, at: editedAt });
  return texts.slice(1).map(({ text: to, at }, place): Draft => {
    const told = edits.filter(({ event }) => event.at === at);
    const deliveryIds = idsOf(told.length > 0 ? told : found);
    const change = { from: texts[place]?.text ?? null, to };
    return draft("edited", { key: `edited ${String(place)}`, at, learntAt: at, change, deliveryIds });
  });
}

/** The present text is no older than the one before it. */
function lastOf(editedAt: string, versions: Message["versions"]): string {
  const before = versions.at(-1)?.at ?? editedAt;
  return before > editedAt ? before : editedAt;
}

function endings({ message, deliveries }: ToldMessage, about: readonly AboutMessage[]): Draft[] {
  const gone = about.filter(({ event }) => event.type === "message.deleted" || (isFetched(event) && event.isDeleted));
  const { deletedAt } = message;
  const deleted =
    deletedAt === null
      ? []
      : [draft("deleted", { key: "deleted", at: deletedAt, learntAt: deletedAt, deliveryIds: idsOf(gone) })];
  const asked = ofType(about, "message.fetched").map(({ id, event: { at } }) =>
    draft("asked", { key: `asked ${id}`, at, learntAt: at, deliveryIds: [id] }),
  );
  const unclear = deliveries
    .filter(({ event }) => event === null)
    .map(({ id, receivedAt: at }) => draft("unclear", { key: `unclear ${id}`, at, learntAt: at, deliveryIds: [id] }));
  return [...deleted, ...asked, ...unclear];
}
