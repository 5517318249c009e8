import { expect, test } from "vitest";
import { asKnown, byAlias, groupByPerson, nameOfPerson, type PersonRow } from "./same-person";

const row = (attendeeId: string, aliases: string[], told: Partial<PersonRow> = {}): PersonRow => ({
  attendeeId,
  aliases,
  name: null,
  isSelf: false,
  ...told,
});
const groups = (rows: PersonRow[]) => groupByPerson(rows).map((own) => own.map(({ attendeeId }) => attendeeId));

test("rows that share an alias are one person, also when only a later row connects them", () => {
  expect(groups([row("a", ["1"]), row("b", ["2"]), row("c", ["3"]), row("d", ["3", "1"])])).toEqual([
    ["a", "c", "d"],
    ["b"],
  ]);
});

test("all that are us are one; an alias never counts as an id", () => {
  expect(groups([row("a", [], { isSelf: true }), row("b", ["a"]), row("c", [], { isSelf: true })])).toEqual([
    ["a", "c"],
    ["b"],
  ]);
});

test("ten thousand rows are joined at once", () => {
  const rows = Array.from({ length: 10_000 }, (_, place) => row(`id-${place}`, [`${place}`, `${place + 1}`]));
  expect(groupByPerson(rows)).toHaveLength(1);
});

test("who is told of by an id alone is the one in the chat who has it, with their name", () => {
  const known = byAlias([row("twin", ["1@lid"]), row("ana", ["1@lid", "+15550123"], { name: "Ana", isSelf: true })]);
  expect(asKnown(row("1@lid", ["1@lid"]), known)).toEqual(
    row("ana", ["1@lid", "+15550123"], { name: "Ana", isSelf: true }),
  );
  expect(asKnown(row("2@lid", ["2@lid"]), known)).toEqual(row("2@lid", ["2@lid"]));
});

test("a person is called by the first name anybody gave, else by a phone number", () => {
  expect(nameOfPerson([row("a", []), row("b", [], { name: " " }), row("c", [], { name: "Ana" })])).toBe("Ana");
  expect(nameOfPerson([row("a", ["1@lid"]), row("b", ["+15550123"])])).toBe("+15550123");
  expect(nameOfPerson([row("a", ["1@lid"])])).toBe("Unknown");
});
