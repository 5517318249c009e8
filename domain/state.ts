/**
 * What the fold remembers of an inbox: enough to decide, for any later event, what it changes. Pages never see these
 * shapes; `server/ingest` loads and saves them, and everything a page shows is derived from them.
 */
import type { AttachmentFacts, DirectionBasis, QuotedFacts, Stamp } from "./events";
import type { AccountState, Direction, MessageKind } from "./inbox";

/** Values in the order of nothing: each with its earliest sighting, so that a repeat changes nothing. */
export type Sightings = readonly (Stamp & { value: string })[];

export type AccountMemory = {
  externalId: string;
  providers: Sightings;
  features: Sightings;
  names: Sightings;
  aliases: readonly string[];
  state: AccountState;
  rawState: string | null;
  /** of the delivery that told the state; 0 before any */
  stateSequence: number;
  lastEventAt: string | null;
};

export type AttendeeMemory = {
  accountId: string;
  externalId: string;
  names: Sightings;
  profileUrls: Sightings;
  providerIds: Sightings;
  aliases: readonly string[];
  isSelf: boolean;
};

/**
 * none: only announced by a change · carried by a reaction or receipt · received · edited; a higher rank wins. A body that the API
 * told as edited is as strong as an edit, and stamped when it was asked for.
 */
export type BodyRank = 0 | 1 | 2 | 3 | 4;
export const bodyRanks = { none: 0, carried: 1, received: 2, edited: 3, foundEdited: 4 } as const;

export function strengthOf(rank: number): number {
  return Math.min(rank, bodyRanks.edited);
}

export type ShownBody = {
  text: string | null;
  kind: MessageKind;
  eventType: number | null;
  isHidden: boolean;
  isUnsupported: boolean;
  messageType: string | null;
  providerId: string | null;
  senderExternalId: string | null;
  quoted: QuotedFacts | null;
};

export type BodyMemory = Stamp & { rank: BodyRank; shown: ShownBody };
export type EarlierText = Stamp & { rank: BodyRank; text: string | null };
export type DirectionMemory = Stamp & { direction: Direction; basis: DirectionBasis };
/** `isFetched`: the API listed it when it was asked, at the stamp; when it was set nobody told. */
export type ReactionMemory = Stamp & { reactorExternalId: string; emoji: string | null; isFetched: boolean };
/** Of somebody who has read the message; the earliest time that was told, null while none was. */
export type ReceiptMemory = { readerExternalId: string; at: string | null };
export type AttachmentMemory = Stamp & { rank: BodyRank; key: string; facts: AttachmentFacts };

export type MessageMemory = {
  externalId: string;
  body: BodyMemory | null;
  versions: readonly EarlierText[];
  direction: DirectionMemory | null;
  /** the earliest time a received body gave */
  placedAt: string | null;
  /** the earliest time of anything that carried a body before that */
  provisionalAt: string | null;
  /** when the first delivery about it was kept */
  receivedAt: string;
  /** the first arrival of something that makes it count: received or edited */
  arrivedSequence: number | null;
  editedAt: string | null;
  deletedAt: string | null;
  deliveredAt: string | null;
  readAt: string | null;
  /** told without a time */
  isDelivered: boolean;
  isRead: boolean;
  /** by the external ids of the readers */
  receipts: ReadonlyMap<string, ReceiptMemory>;
  reactions: ReadonlyMap<string, ReactionMemory>;
  /** when the API last listed all reactions there were */
  reactionsFetched: Stamp | null;
  attachments: ReadonlyMap<string, AttachmentMemory>;
};

export type ChatMemory = {
  accountId: string;
  externalId: string;
  providerIds: Sightings;
  isGroup: boolean;
  titles: Sightings;
  folders: Sightings;
  readThroughAt: string | null;
  /** attendee external id → sequence of the first delivery that showed the person here */
  members: ReadonlyMap<string, number>;
  messages: ReadonlyMap<string, MessageMemory>;
};

/** Keys of the maps: `accountKey`, `attendeeKey`, `chatKey`. */
export type InboxMemory = {
  accounts: ReadonlyMap<string, AccountMemory>;
  attendees: ReadonlyMap<string, AttendeeMemory>;
  chats: ReadonlyMap<string, ChatMemory>;
};

export const emptyInbox: InboxMemory = { accounts: new Map(), attendees: new Map(), chats: new Map() };

/** U+0000 cannot stand in a cleaned id, so the joined key has one reading. */
export function chatKey(accountExternalId: string, chatExternalId: string): string {
  return `${accountExternalId}\u0000${chatExternalId}`;
}

export function attendeeKey(accountExternalId: string, attendeeExternalId: string): string {
  return `${accountExternalId}\u0000${attendeeExternalId}`;
}

/** Later in time, and in a tie the later first arrival. */
export function isLater(one: Stamp, other: Stamp): boolean {
  return one.at === other.at ? one.sequence > other.sequence : one.at > other.at;
}

export function earlierOf(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

export function laterOf(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

/** Adds a sighting; the same list comes back when nothing changes. Empty never counts. */
export function withSighting(sightings: Sightings, value: string | null, stamp: Stamp): Sightings {
  if (value === null || value === "") return sightings;
  const known = sightings.find((sighting) => sighting.value === value);
  if (known && !isLater(known, stamp)) return sightings;
  const others = sightings.filter((sighting) => sighting.value !== value);
  return [...others, { value, at: stamp.at, sequence: stamp.sequence }].sort(bySighting);
}

/** One delivery may name a thing twice: then the values themselves settle the tie. */
function bySighting(one: Sightings[number], other: Sightings[number]): number {
  if (isLater(one, other)) return 1;
  if (isLater(other, one)) return -1;
  return one.value < other.value ? -1 : 1;
}

/** The value that shows: the one whose earliest sighting is the latest. Lists are kept in that order. */
export function shownValue(sightings: Sightings): string | null {
  return sightings.at(-1)?.value ?? null;
}

/** The union in code-unit order; the same list comes back when nothing is new. */
export function withAliases(aliases: readonly string[], more: readonly (string | null)[]): readonly string[] {
  const fresh = more.filter((alias): alias is string => alias !== null && alias !== "" && !aliases.includes(alias));
  return fresh.length === 0 ? aliases : [...new Set([...aliases, ...fresh])].sort();
}

export function withEntry<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> {
  return map.get(key) === value ? map : new Map(map).set(key, value);
}
