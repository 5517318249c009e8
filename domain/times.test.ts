import { expect, test } from "vitest";
import { dayKey, parseZone, startOfDay } from "./calendar-days";
import { clockTime, dayLabel, elapsed, fullTime, listTime } from "./times";

const present = { now: "2026-03-04T12:00:00.000Z", zone: "Europe/Lisbon" };

test("a day begins when it begins in the reader's zone", () => {
  const lateInLisbon = "2026-03-02T23:30:00.000Z";
  expect(dayKey(lateInLisbon, "Europe/Lisbon")).toBe("2026-03-02");
  expect(dayKey(lateInLisbon, "Asia/Tokyo")).toBe("2026-03-03");
  expect(clockTime(lateInLisbon, "Asia/Tokyo")).toBe("08:30");
});

test("days are named from near to far: today, yesterday, weekday, date, date with year", () => {
  expect(dayLabel("2026-03-04T00:01:00.000Z", present)).toBe("Today");
  expect(dayLabel("2026-03-03T23:59:00.000Z", present)).toBe("Yesterday");
  expect(dayLabel("2026-02-26T10:00:00.000Z", present)).toBe("Thursday");
  expect(dayLabel("2026-02-25T10:00:00.000Z", present)).toBe("25 February");
  expect(dayLabel("2025-12-31T10:00:00.000Z", present)).toBe("31 December 2025");
});

test("the list says the time today, the weekday within a week, then the date", () => {
  expect(listTime("2026-03-04T08:05:00.000Z", present)).toBe("08:05");
  expect(listTime("2026-03-03T08:05:00.000Z", present)).toBe("Tue");
  expect(listTime("2026-02-25T08:05:00.000Z", present)).toBe("25 Feb");
  expect(listTime("2025-02-25T08:05:00.000Z", present)).toBe("25 Feb 2025");
});

test("midnight is 00:00, not 24:00", () => {
  expect(clockTime("2026-03-04T00:00:00.000Z", "UTC")).toBe("00:00");
});

test("a clock that changes to summer time neither doubles nor loses a day", () => {
  const beforeChange = "2026-03-28T22:30:00.000Z";
  const afterChange = { now: "2026-03-29T22:30:00.000Z", zone: "Europe/Lisbon" };
  expect(dayLabel(beforeChange, afterChange)).toBe("Yesterday");
  expect(dayLabel(afterChange.now, afterChange)).toBe("Today");
});

test("a time a little ahead of our clock counts as today", () => {
  expect(listTime("2026-03-04T12:03:00.000Z", present)).toBe("12:03");
});

test("everything is said on hover, the zone included", () => {
  expect(fullTime("2026-03-02T08:15:30.120Z", "Asia/Tokyo")).toBe("Monday 2 March 2026, 17:15:30 (Asia/Tokyo)");
});

test("how long ago is said in the largest whole unit and never below zero", () => {
  const now = "2026-03-04T12:00:00.000Z";
  expect(elapsed("2026-03-04T11:59:30.000Z", now)).toBe("now");
  expect(elapsed("2026-03-04T11:56:00.000Z", now)).toBe("4 min");
  expect(elapsed("2026-03-04T08:30:00.000Z", now)).toBe("3 h");
  expect(elapsed("2026-03-01T12:00:00.000Z", now)).toBe("3 d");
  expect(elapsed("2026-03-04T12:05:00.000Z", now)).toBe("now");
});

test("what is no zone counts as UTC", () => {
  expect(parseZone("Europe/Lisbon")).toBe("Europe/Lisbon");
  expect(parseZone("Etc/GMT+3")).toBe("Etc/GMT+3");
  expect(parseZone("Middle/Earth")).toBe("UTC");
  expect(parseZone("<script>")).toBe("UTC");
  expect(parseZone(undefined)).toBe("UTC");
});

test("the instant at which a day begins is told for every zone, and for days that clocks cut", () => {
  expect(startOfDay("2026-03-02", "UTC")).toBe("2026-03-02T00:00:00.000Z");
  expect(startOfDay("2026-07-02", "Europe/Lisbon")).toBe("2026-07-01T23:00:00.000Z");
  expect(startOfDay("2026-03-02", "Pacific/Kiritimati")).toBe("2026-03-01T10:00:00.000Z");
  expect(startOfDay("2018-11-04", "America/Sao_Paulo")).toBe("2018-11-04T03:00:00.000Z"); // midnight was skipped
  expect(startOfDay("2018-02-18", "America/Sao_Paulo")).toBe("2018-02-18T03:00:00.000Z"); // the hour before it came twice
  for (const zone of ["Europe/Lisbon", "America/Sao_Paulo", "Asia/Kathmandu", "Africa/Cairo"]) {
    for (const key of ["2026-03-29", "2026-10-25", "2026-04-24", "2026-12-31"]) {
      const start = startOfDay(key, zone) ?? "";
      expect(dayKey(start, zone)).toBe(key);
      expect(dayKey(new Date(Date.parse(start) - 1).toISOString(), zone)).not.toBe(key);
    }
  }
});

test("what names no day has no beginning", () => {
  for (const key of ["", "2026-02-30", "2026-3-2", "yesterday"]) expect(startOfDay(key, "UTC")).toBeNull();
});
