/**
 * The rules behind a message: which body wins, where it stands, when it counts. Every function is total and gives the same
 * state for any order and repetition of the same events.
 */
import type { AttachmentFacts, MessageBody, MessageEvent, Stamp } from "./events";
import type { Direction } from "./inbox";
import { bodyToldBy, type ToldBody } from "./told-bodies";
import {
  bodyRanks,
  earlierOf,
  isLater,
  laterOf,
  strengthOf,
  withEntry,
  type AttachmentMemory,
  type BodyMemory,
  type BodyRank,
  type DirectionMemory,
  type EarlierText,
  type MessageMemory,
  type ShownBody,
} from "./state";

export function announcedMessage(externalId: string, receivedAt: string): MessageMemory {
  return {
    externalId,
    body: null,
    versions: [],
    direction: null,
    placedAt: null,
    provisionalAt: null,
    receivedAt,
    arrivedSequence: null,
    editedAt: null,
    deletedAt: null,
    deliveredAt: null,
    readAt: null,
    isDelivered: false,
    isRead: false,
    receipts: new Map(),
    reactions: new Map(),
    reactionsFetched: null,
    attachments: new Map(),
  };
}

/** The message with all that the event's body says, if it has one, at the rank of the event's kind. */
export function withBodyOf(message: MessageMemory, event: MessageEvent): MessageMemory {
  const heard = withDirection({ ...message, receivedAt: earlierOf(message.receivedAt, event.receivedAt) ?? "" }, event);
  const told = bodyToldBy(event);
  if (told === null) return unlessSame(message, heard);
  const { rank, at, sequence, body } = told;
  const placed = withPlace(withText(heard, { rank, at, sequence, shown: shownOf(body) }), told);
  const attachments = body.attachments.reduce(
    (all, facts) => withAttachment(all, { rank, at, sequence, key: keyOf(facts), facts }),
    placed.attachments,
  );
  return unlessSame(message, { ...placed, attachments });
}

export function withDeletion(message: MessageMemory, at: string): MessageMemory {
  return unlessSame(message, { ...message, deletedAt: earlierOf(message.deletedAt, at) });
}

/** What an edit tells beyond its body: when the text last changed. */
export function withEdit(message: MessageMemory, at: string): MessageMemory {
  return unlessSame(message, { ...message, editedAt: laterOf(message.editedAt, at) });
}

function shownOf(body: MessageBody): ShownBody {
  return {
    text: body.text,
    kind: body.kind,
    eventType: body.eventType,
    isHidden: body.isHidden,
    isUnsupported: body.isUnsupported,
    messageType: body.messageType,
    providerId: body.providerId,
    senderExternalId: body.sender?.externalId ?? null,
    quoted: body.quoted,
  };
}

type Ranked = Stamp & { rank: BodyRank };

function outranks(one: Ranked, other: Ranked): boolean {
  const strength = strengthOf(one.rank) - strengthOf(other.rank);
  return strength === 0 ? isLater(one, other) : strength > 0;
}

const isFound = ({ rank }: { rank: BodyRank }) => rank === bodyRanks.foundEdited;

/** What was found edited has no time of its own: one text is one, however often it was found. */
function isSameText(one: EarlierText, other: EarlierText): boolean {
  return one.rank === other.rank && one.text === other.text && (isFound(one) || one.at === other.at);
}

/** The winner shows; every other text that was received or edited is kept as an earlier one, told once. */
function withText(message: MessageMemory, candidate: BodyMemory): MessageMemory {
  const current = message.body;
  const body = current === null || outranks(candidate, current) ? candidate : current;
  const winner = textOf(body);
  const losers = [current, candidate]
    .filter((other) => other !== null)
    .filter((other) => other !== body)
    .map(textOf);
  const earlier = losers.filter((text) => text.rank >= bodyRanks.received && !isFound(text));
  const fresh = isFound(candidate) ? [...earlier, textOf(candidate)] : earlier;
  const kept = fresh.filter((text) => isFound(text) || !isSameText(text, winner)).reduce(withVersion, message.versions);
  const isWinner = (text: EarlierText) => !isFound(text) && isSameText(text, winner);
  const versions = kept.some(isWinner) ? kept.filter((text) => !isWinner(text)) : kept;
  return unlessSame(message, { ...message, body, versions });
}

function textOf(body: BodyMemory): EarlierText {
  return { rank: body.rank, at: body.at, sequence: body.sequence, text: body.shown.text };
}

/** Of twins the later arrival stays, of those found edited the earliest. */
function withVersion(versions: readonly EarlierText[], text: EarlierText): readonly EarlierText[] {
  const twin = versions.find((version) => isSameText(version, text));
  if (twin && (isFound(text) ? !isLater(twin, text) : twin.sequence >= text.sequence)) return versions;
  const others = versions.filter((version) => version !== twin);
  return [...others, text].sort((a, b) => (outranks(a, b) ? 1 : -1));
}

/** What tells the message's own time places it, at the earliest one told; anything else only until then. */
function withPlace(message: MessageMemory, told: ToldBody): MessageMemory {
  return {
    ...message,
    placedAt: earlierOf(message.placedAt, told.placedAt),
    provisionalAt: earlierOf(message.provisionalAt, told.provisionalAt),
    arrivedSequence: told.isArrival ? smaller(message.arrivedSequence, told.sequence) : message.arrivedSequence,
  };
}

function smaller(known: number | null, sequence: number): number {
  return known === null ? sequence : Math.min(known, sequence);
}

const basisRanks = { assumed: 0, phone: 1, "user-id": 2, "is-sender": 3 } as const;

function withDirection(message: MessageMemory, event: MessageEvent): MessageMemory {
  const { at, sequence, direction, directionBasis: basis } = event;
  const said: DirectionMemory = { at, sequence, direction, basis };
  const known = message.direction;
  if (known === null) return { ...message, direction: said };
  const strength = basisRanks[said.basis] - basisRanks[known.basis];
  const wins = strength > 0 || (strength === 0 && isLater(said, known));
  return wins ? { ...message, direction: said } : message;
}

function keyOf(facts: AttachmentFacts): string {
  return facts.externalId ?? `#${String(facts.place)}`;
}

/** A union: later bodies add and correct, none removes. */
function withAttachment(
  attachments: ReadonlyMap<string, AttachmentMemory>,
  said: AttachmentMemory,
): ReadonlyMap<string, AttachmentMemory> {
  const known = attachments.get(said.key);
  return known && !outranks(said, known) ? attachments : withEntry(attachments, said.key, said);
}

/** The old object when nothing changed, so that what did not change is not written. */
export function unlessSame<Shape extends object>(before: Shape, after: Shape): Shape {
  const names = Object.keys(after) as (keyof Shape)[];
  return names.every((name) => before[name] === after[name]) ? before : after;
}

export type Standing = {
  /** its place in the order shown, null while nothing carried a body */
  sentAt: string | null;
  direction: Direction;
  /** it has a bubble or a line in the conversation */
  isVisible: boolean;
  /** it may be the chat's last message */
  isListed: boolean;
  /** unread and waiting reckon with it */
  isCounted: boolean;
};

const reactionLines: readonly (number | null)[] = [1, 2];
const missedCalls: readonly (number | null)[] = [8, 9];

/**
 * How a message stands in its chat. One that only a reaction or receipt brought in is visible but neither listed nor
 * counted; a line about a reaction makes none; a missed call counts, other system lines do not.
 */
export function standingOf(message: MessageMemory): Standing {
  const direction = message.direction?.direction ?? "incoming";
  const sentAt = message.placedAt ?? message.provisionalAt;
  const body = message.body;
  if (body === null || reactionLines.includes(body.shown.eventType)) {
    return { sentAt, direction, isVisible: false, isListed: false, isCounted: false };
  }
  const isTold = body.rank >= bodyRanks.received;
  const isGone = body.shown.isHidden || message.deletedAt !== null;
  return {
    sentAt,
    direction,
    isVisible: !body.shown.isHidden,
    isListed: isTold,
    isCounted: isTold && !isGone && isWorthAnswer(body.shown, direction),
  };
}

function isWorthAnswer(shown: ShownBody, direction: Direction): boolean {
  return shown.kind === "message" || (direction === "incoming" && missedCalls.includes(shown.eventType));
}
