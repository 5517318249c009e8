/**
 * People as one delivery describes them: which id is theirs, under which other ids and numbers they are known, and whether the body
 * itself says that they are us. Identity is never read from an address, and an `@lid` is never a phone number.
 */
import type { AccountFacts, PersonFacts } from "@/domain/events";
import type { MessagePayload, PersonPayload, ReadPayload } from "./payload";

type Payload = MessagePayload | ReadPayload;

export type People = { sender: PersonFacts | null; reactor: PersonFacts | null; everyone: readonly PersonFacts[] };

/** All that one body says of each person put together; `is_sender` speaks of the sender only. */
export function toPeople(payload: Payload, account: AccountFacts): People {
  const sender = toPerson(payload.sender, account);
  const reactor = toPerson(payload.reaction_sender, account);
  const ownSender = sender && { ...sender, isSelf: sender.isSelf || payload.is_sender === true };
  const known = new Map<string, PersonFacts>();
  for (const person of [...payload.attendees.map((one) => toPerson(one, account)), ownSender, reactor]) {
    if (person) known.set(person.externalId, merge(known.get(person.externalId), person));
  }
  const complete = (person: PersonFacts | null) => (person && known.get(person.externalId)) ?? null;
  return { sender: complete(sender), reactor: complete(reactor), everyone: [...known.values()] };
}

/** Null for somebody without any id: nobody could be told from anybody. */
function toPerson(told: PersonPayload | null, account: AccountFacts): PersonFacts | null {
  if (!told) return null;
  const { public_identifier, lid, member_urn, phone_number } = told.attendee_specifics;
  const providerId = told.attendee_provider_id;
  const publicIds = [told.attendee_public_identifier, public_identifier];
  const externalId = told.attendee_id ?? providerId ?? publicIds.find((one) => one !== null);
  if (!externalId) return null;
  const ids = [providerId, ...publicIds, lid && toLid(lid), member_urn];
  const phones = [toPhone(phone_number), ...[providerId, ...publicIds].map(phoneInAddress)];
  const aliases = unique([...ids, ...phones]);
  const isSelf = isOwn(aliases, account);
  return { externalId, name: told.attendee_name, profileUrl: told.attendee_profile_url, providerId, aliases, isSelf };
}

/** Somebody of whom only the provider's id is told. */
export function toProvidersPerson(id: string, account: AccountFacts): PersonFacts {
  const phone = phoneInAddress(id);
  const aliases = unique([id, phone]);
  return { externalId: id, name: null, profileUrl: null, providerId: id, aliases, isSelf: isOwn(aliases, account) };
}

function isOwn(aliases: readonly string[], { userId, phoneNumber }: AccountFacts): boolean {
  return [userId, phoneNumber].some((own) => own !== null && aliases.includes(own));
}

function merge(known: PersonFacts | undefined, told: PersonFacts): PersonFacts {
  if (!known) return told;
  return {
    externalId: told.externalId,
    name: known.name ?? told.name,
    profileUrl: known.profileUrl ?? told.profileUrl,
    providerId: known.providerId ?? told.providerId,
    aliases: unique([...known.aliases, ...told.aliases]),
    isSelf: known.isSelf || told.isSelf,
  };
}

function unique(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}

/** `+` and digits; null for what is no number, such as the word "hidden" or an address. */
export function toPhone(told: string | null): string | null {
  const match = /^(?:\+|00)?(\d{5,15})$/.exec((told ?? "").replace(/[\s().\-/]/g, ""));
  return match?.[1] ? `+${match[1]}` : null;
}

/** The number in WhatsApp's `digits@s.whatsapp.net`, with or without the number of a device. */
function phoneInAddress(told: string | null): string | null {
  const match = /^\+?(\d{5,15})(?::\d+)?@(?:s\.whatsapp\.net|c\.us)$/.exec(told ?? "");
  return match?.[1] ? `+${match[1]}` : null;
}

/** A bare number would look like a phone. */
function toLid(told: string): string {
  return told.includes("@") ? told : `${told}@lid`;
}
