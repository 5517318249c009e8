/** The rules behind people, accounts and chats as things that are described again and again: sightings and growing sets. */
import {
  isFetched,
  type AccountFacts,
  type AccountFetched,
  type ChatFacts,
  type InboxEvent,
  type PersonFacts,
  type Stamp,
} from "./events";
import { unlessSame } from "./messages";
import {
  laterOf,
  withAliases,
  withEntry,
  withSighting,
  type AccountMemory,
  type AttendeeMemory,
  type ChatMemory,
  type Sightings,
} from "./state";

export function newAccount(externalId: string): AccountMemory {
  return {
    externalId,
    providers: [],
    features: [],
    names: [],
    aliases: [],
    state: "unknown",
    rawState: null,
    stateSequence: 0,
    lastEventAt: null,
  };
}

export function newAttendee(accountId: string, externalId: string): AttendeeMemory {
  return { accountId, externalId, names: [], profileUrls: [], providerIds: [], aliases: [], isSelf: false };
}

export function newChat(accountId: string, externalId: string): ChatMemory {
  return {
    accountId,
    externalId,
    providerIds: [],
    isGroup: false,
    titles: [],
    folders: [],
    readThroughAt: null,
    members: new Map(),
    messages: new Map(),
  };
}

/** An account is called what its own attendee is called. */
export function withAccountFacts(account: AccountMemory, facts: AccountFacts, event: InboxEvent): AccountMemory {
  return unlessSame(account, {
    ...account,
    providers: withSighting(account.providers, facts.provider, event),
    features: withSighting(account.features, facts.feature, event),
    aliases: withAliases(account.aliases, [facts.userId, facts.phoneNumber]),
    lastEventAt: isFetched(event) ? account.lastEventAt : laterOf(account.lastEventAt, event.receivedAt),
  });
}

export function withOwnName(account: AccountMemory, self: PersonFacts, stamp: Stamp): AccountMemory {
  return unlessSame(account, { ...account, names: withSighting(account.names, self.name, stamp) });
}

/** What an event tells of the account itself, beyond its ids. */
export function withAccountNews(account: AccountMemory, event: InboxEvent): AccountMemory {
  if (event.type === "account.changed") return withAccountState(account, event);
  return event.type === "account.fetched" ? withFetchedAccount(account, event) : account;
}

const longAgo = "1970-01-01T00:00:00.000Z";

/** The vendor's name for it counts as the oldest: what people are shown at the network itself is better known. */
function withFetchedAccount(account: AccountMemory, event: AccountFetched): AccountMemory {
  const { name, since, state, rawState, sequence } = event;
  const names = withSighting(account.names, name, { at: since ?? longAgo, sequence });
  const named = unlessSame(account, { ...account, names });
  return state === null ? named : withAccountState(named, { state, rawState, sequence });
}

/** A status carries no time: of several, the one kept last counts. */
function withAccountState(
  account: AccountMemory,
  said: Pick<AccountMemory, "state" | "rawState"> & { sequence: number },
): AccountMemory {
  if (said.sequence <= account.stateSequence) return account;
  return { ...account, state: said.state, rawState: said.rawState, stateSequence: said.sequence };
}

export function withPersonFacts(attendee: AttendeeMemory, facts: PersonFacts, stamp: Stamp): AttendeeMemory {
  return unlessSame(attendee, {
    ...attendee,
    names: withSighting(attendee.names, facts.name, stamp),
    profileUrls: withSighting(attendee.profileUrls, facts.profileUrl, stamp),
    providerIds: withSighting(attendee.providerIds, facts.providerId, stamp),
    aliases: withAliases(attendee.aliases, [facts.providerId, ...facts.aliases]),
    isSelf: attendee.isSelf || facts.isSelf,
  });
}

export function withChatFacts(chat: ChatMemory, facts: ChatFacts, stamp: Stamp): ChatMemory {
  return unlessSame(chat, {
    ...chat,
    providerIds: withSighting(chat.providerIds, facts.providerId, stamp),
    isGroup: chat.isGroup || facts.isGroup === true,
    titles: withSighting(chat.titles, facts.title, stamp),
    folders: withSighting(chat.folders, facts.folder, stamp),
  });
}

export function withMember(chat: ChatMemory, attendeeExternalId: string, sequence: number): ChatMemory {
  const known = chat.members.get(attendeeExternalId);
  if (known !== undefined && known <= sequence) return chat;
  return { ...chat, members: withEntry(chat.members, attendeeExternalId, sequence) };
}

/** Joins what two appliers learned of one row at the same time; both orders give the same. */
export function joinAttendees(one: AttendeeMemory, other: AttendeeMemory): AttendeeMemory {
  return unlessSame(one, {
    ...one,
    names: joinSightings(one.names, other.names),
    profileUrls: joinSightings(one.profileUrls, other.profileUrls),
    providerIds: joinSightings(one.providerIds, other.providerIds),
    aliases: withAliases(one.aliases, other.aliases),
    isSelf: one.isSelf || other.isSelf,
  });
}

export function joinAccounts(one: AccountMemory, other: AccountMemory): AccountMemory {
  const latest = other.stateSequence > one.stateSequence ? other : one;
  return unlessSame(one, {
    ...one,
    providers: joinSightings(one.providers, other.providers),
    features: joinSightings(one.features, other.features),
    names: joinSightings(one.names, other.names),
    aliases: withAliases(one.aliases, other.aliases),
    state: latest.state,
    rawState: latest.rawState,
    stateSequence: latest.stateSequence,
    lastEventAt: laterOf(one.lastEventAt, other.lastEventAt),
  });
}

function joinSightings(one: Sightings, other: Sightings): Sightings {
  return other.reduce((all, sighting) => withSighting(all, sighting.value, sighting), one);
}
