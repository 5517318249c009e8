import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hourOf, isQuiet, type Hour } from "./quiet";

// 2 March 2026 is a Monday
const at = (day: number, hour: number) => new Date(Date.UTC(2026, 2, 2 + day, hour)).toISOString();
const account = (lastEventAt: string) => ({ state: "ok", lastEventAt }) as const;

/** Weekdays from 9 to 17 o'clock, for so many weeks up to an hour. */
function officeHours(weeks: number, lastDay: number, lastHour: number): Hour[] {
  const last = hourOf(at(lastDay, lastHour));
  const all = Array.from({ length: weeks * 168 }, (_, back) => last - back);
  return all.filter((hour) => {
    const time = new Date(hour * 3_600_000);
    return ![0, 6].includes(time.getUTCDay()) && time.getUTCHours() >= 9 && time.getUTCHours() < 17;
  });
}

/** Something every hour, day and night. */
const always = (lastEventAt: string) => Array.from({ length: 28 * 24 }, (_, back) => hourOf(lastEventAt) - back);

describe("an account that works in office hours", () => {
  const friday = at(4, 16);
  const activeHours = officeHours(4, 4, 16);
  const isQuietAt = (now: string) => isQuiet(account(friday), { activeHours, now });

  it("is not quiet over the weekend, nor on Monday morning", () => {
    expect(isQuietAt(at(5, 12))).toBe(false);
    expect(isQuietAt(at(6, 23))).toBe(false);
    expect(isQuietAt(at(7, 14))).toBe(false);
  });

  it("is quiet when Monday passes as if it were Sunday", () => {
    expect(isQuietAt(at(7, 16))).toBe(true);
    expect(isQuietAt(at(60, 3))).toBe(true);
  });

  it("is quiet the same day when it stops on a Tuesday, after twelve hours", () => {
    const tuesday = at(8, 9);
    const rhythm = { activeHours: officeHours(4, 8, 9) };
    expect(isQuiet(account(tuesday), { ...rhythm, now: at(8, 20) })).toBe(false);
    expect(isQuiet(account(tuesday), { ...rhythm, now: at(8, 22) })).toBe(true);
  });
});

it("an account that is never silent is quiet after twelve hours, one that hears little after much longer", () => {
  expect(isQuiet(account(at(0, 9)), { activeHours: always(at(0, 9)), now: at(0, 20) })).toBe(false);
  expect(isQuiet(account(at(0, 9)), { activeHours: always(at(0, 9)), now: at(0, 22) })).toBe(true);
  const weekly = [0, 1, 2, 3, 4].map((week) => hourOf(at(0, 9)) - week * 168);
  expect(isQuiet(account(at(0, 9)), { activeHours: weekly, now: at(21, 9) })).toBe(false);
  expect(isQuiet(account(at(0, 9)), { activeHours: weekly, now: at(60, 9) })).toBe(true);
});

it("an account that is not connected says so itself, and one that is new has no rhythm", () => {
  const activeHours = always(at(0, 9));
  expect(isQuiet({ state: "reconnect", lastEventAt: at(0, 9) }, { activeHours, now: at(9, 9) })).toBe(false);
  expect(isQuiet({ state: "ok", lastEventAt: null }, { activeHours, now: at(9, 9) })).toBe(false);
  const twoDays = activeHours.slice(0, 48);
  expect(isQuiet(account(at(0, 9)), { activeHours: twoDays, now: at(9, 9) })).toBe(false);
  expect(isQuiet(account(at(0, 9)), { activeHours: [], now: at(9, 9) })).toBe(false);
});

it("an event ends it, and one that never comes does not", () => {
  const hours = fc.array(fc.integer({ min: hourOf(at(-28, 0)), max: hourOf(at(0, 0)) }), { maxLength: 200 });
  fc.assert(
    fc.property(hours, fc.nat(20_000), fc.nat(20_000), (activeHours, one, more) => {
      const last = Math.max(...activeHours, hourOf(at(-30, 0)));
      const lastEventAt = new Date(last * 3_600_000).toISOString();
      const after = (minutes: number) => new Date(last * 3_600_000 + minutes * 60_000).toISOString();
      expect(isQuiet(account(lastEventAt), { activeHours, now: after(0) })).toBe(false);
      const isQuietThen = isQuiet(account(lastEventAt), { activeHours, now: after(one) });
      if (isQuietThen) expect(isQuiet(account(lastEventAt), { activeHours, now: after(one + more) })).toBe(true);
    }),
  );
});
