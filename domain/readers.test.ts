import { describe, expect, it } from "vitest";
import { readersOf, type KeptReceipt } from "./readers";

const eight = "2026-03-02T08:00:00.000Z";
const nine = "2026-03-02T09:00:00.000Z";
const account = { id: "account", name: "Tandem Desk" };
const ana = { id: "ana", name: "Ana" };

function receipt(attendeeId: string, at: string | null, told: Partial<KeptReceipt> = {}): KeptReceipt {
  return { attendeeId, name: attendeeId, aliases: [attendeeId], isSelf: false, at, ...told };
}

describe("the readers of a message of ours", () => {
  const ours = { direction: "outgoing", isRead: true, readAt: null, account } as const;
  const inGroup = (...receipts: KeptReceipt[]) => readersOf({ ...ours, receipts, other: null });

  it("are those of the other side, earliest first, those without a time last and by name", () => {
    const readers = inGroup(receipt("dan", null), receipt("ben", nine), receipt("chiara", null), receipt("ana", eight));
    expect(readers.map(({ name, at }) => [name, at])).toEqual([
      ["ana", eight],
      ["ben", nine],
      ["chiara", null],
      ["dan", null],
    ]);
    expect(inGroup(receipt("desk", eight, { isSelf: true }))).toEqual([]);
  });

  it("are one a person, with the earliest time that is known", () => {
    const twins = [receipt("a", null, { aliases: ["x"] }), receipt("b", nine, { aliases: ["x"], name: "Ana" })];
    expect(inGroup(...twins)).toEqual([{ id: "a", name: "a", at: nine }]);
  });

  it("are nobody in a group where the vendor names nobody", () => {
    expect(inGroup()).toEqual([]);
  });

  it("in a chat of two are the other one, with the earliest time of all", () => {
    const told = { ...ours, other: ana, receipts: [receipt("1@lid", nine)] };
    expect(readersOf({ ...told, readAt: eight })).toEqual([{ ...ana, at: eight }]);
    expect(readersOf({ ...told, receipts: [] })).toEqual([{ ...ana, at: null }]);
    expect(readersOf({ ...told, receipts: [], isRead: false })).toEqual([]);
  });
});

describe("the reader of a message of theirs", () => {
  const theirs = { direction: "incoming", isRead: false, readAt: null, account, other: ana } as const;

  it("is our own account, when it was read on another device", () => {
    expect(readersOf({ ...theirs, isRead: true, readAt: eight, receipts: [] })).toEqual([{ ...account, at: eight }]);
    expect(readersOf({ ...theirs, receipts: [receipt("self", nine, { isSelf: true })] })).toEqual([
      { ...account, at: nine },
    ]);
  });

  it("is nobody when others in the group have read it", () => {
    expect(readersOf({ ...theirs, receipts: [receipt("ben", nine)] })).toEqual([]);
  });
});
