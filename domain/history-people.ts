/** Who a delivery speaks of, among the people of a chat: by the vendor's id of the attendee, else by any alias they share. */
import { hasName, personName } from "./chat-list";
import type { PersonFacts } from "./events";
import { byAlias, type PersonRow } from "./same-person";

export type ChatPerson = PersonRow & { externalId: string };
export type Somebody = { id: string; name: string; isSelf: boolean };

/** One function for all deliveries of a message. All that are us are one. */
export function peopleFinder(people: readonly ChatPerson[]): (told: PersonFacts) => Somebody {
  const byId = new Map(people.map((one) => [one.externalId, one]));
  const aliases = byAlias(people);
  return (told) => {
    const ids = [told.providerId, ...told.aliases].filter((alias) => alias !== null);
    const twins = ids.map((alias) => aliases.get(alias)).filter((one) => one !== undefined);
    const known = [byId.get(told.externalId), ...twins].filter((one) => one !== undefined);
    const isSelf = told.isSelf || known.some((one) => one.isSelf);
    const named = known.find(hasName) ?? (hasName(told) ? told : (known[0] ?? told));
    return { id: isSelf ? "us" : (known[0]?.attendeeId ?? told.externalId), name: personName(named), isSelf };
  };
}
