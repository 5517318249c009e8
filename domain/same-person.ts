/**
 * Who is who when one person comes under several ids: attendees who share an alias are one, and so are all that are us. Rows keep the
 * attendee they were told of; people are joined where they are shown.
 */
import { hasName, personName, type NamedPerson } from "./chat-list";

export type PersonRow = NamedPerson & { attendeeId: string; isSelf: boolean };

/** One group a person, in the order in which each first appears. A row can join two who seemed different people until then. */
export function groupByPerson<Row extends PersonRow>(rows: readonly Row[]): Row[][] {
  const parents = rows.map((_, place) => place);
  const rootOf = (place: number): number => {
    const parent = parents[place] ?? place;
    if (parent === place) return place;
    const root = rootOf(parent);
    parents[place] = root;
    return root;
  };
  const firstBy = new Map<string, number>();
  for (const [place, row] of rows.entries()) {
    for (const key of keysOf(row)) {
      const twin = rootOf(firstBy.get(key) ?? place);
      const own = rootOf(place);
      parents[Math.max(twin, own)] = Math.min(twin, own);
      firstBy.set(key, Math.min(twin, own));
    }
  }
  const people = new Map<number, Row[]>();
  for (const [place, row] of rows.entries()) {
    const root = rootOf(place);
    people.set(root, [...(people.get(root) ?? []), row]);
  }
  return [...people.values()];
}

function keysOf({ attendeeId, isSelf, aliases }: PersonRow): string[] {
  return [`id ${attendeeId}`, ...(isSelf ? ["us"] : []), ...aliases.map((alias) => `as ${alias}`)];
}

export type KnownPeople = ReadonlyMap<string, PersonRow>;

/** Those in a chat by each of their aliases; of several with one alias the first that has a name. */
export function byAlias(people: readonly PersonRow[]): KnownPeople {
  const known = new Map<string, PersonRow>();
  for (const person of people) {
    for (const alias of person.aliases) if ((known.get(alias)?.name ?? null) === null) known.set(alias, person);
  }
  return known;
}

/** Somebody told of by a provider's id alone, as the one in the chat who has that alias. */
export function asKnown<Row extends PersonRow>(row: Row, known: KnownPeople): Row {
  const twin = row.aliases.map((alias) => known.get(alias)).find((one) => one !== undefined);
  if (twin === undefined) return row;
  const aliases = [...new Set([...row.aliases, ...twin.aliases])];
  const isSelf = row.isSelf || twin.isSelf;
  return { ...row, attendeeId: twin.attendeeId, name: row.name ?? twin.name, aliases, isSelf };
}

/** One person out of what several rows say: the first name that any of them has. */
export function nameOfPerson(rows: readonly PersonRow[]): string {
  const named = rows.find(hasName);
  return personName(named ?? { name: null, aliases: rows.flatMap(({ aliases }) => aliases) });
}
