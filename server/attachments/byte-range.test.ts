import { describe, expect, it } from "vitest";
import { isRangeMeant, readRange } from "./byte-range";

describe("a range of 100 bytes", () => {
  it("is from, from and to, or the last so many", () => {
    expect(readRange("bytes=0-", 100)).toEqual({ start: 0, end: 99 });
    expect(readRange("bytes=0-0", 100)).toEqual({ start: 0, end: 0 });
    expect(readRange("bytes=99-", 100)).toEqual({ start: 99, end: 99 });
    expect(readRange("bytes=10-19", 100)).toEqual({ start: 10, end: 19 });
    expect(readRange("bytes=-1", 100)).toEqual({ start: 99, end: 99 });
    expect(readRange(" Bytes = 10 - 19 ", 100)).toEqual({ start: 10, end: 19 });
  });

  it("ends where the file ends", () => {
    expect(readRange("bytes=90-5000", 100)).toEqual({ start: 90, end: 99 });
    expect(readRange("bytes=-5000", 100)).toEqual({ start: 0, end: 99 });
    expect(readRange("bytes=5-99999999999999999999999999", 100)).toEqual({ start: 5, end: 99 });
  });

  it("cannot be met when no byte of the file is in it", () => {
    for (const header of ["bytes=100-", "bytes=100-200", "bytes=-0", "bytes=99999999999999999999999999-"]) {
      expect([header, readRange(header, 100)]).toEqual([header, "unsatisfiable"]);
    }
  });

  it("is the whole file when it is none, several, or no range at all", () => {
    const odd = [
      "",
      "bytes",
      "bytes=",
      "bytes=-",
      "bytes=5-4",
      "bytes=a-b",
      "bytes=1.5-2",
      "bytes=-1-2",
      "bytes=0x1-2",
    ];
    const more = ["bytes=0-1,5-6", "bytes=0-1,", "items=0-1", "bytes=+1-2", "bytes=1-2;q=1", "bytes=١-٢", "\0"];
    expect(readRange(null, 100)).toBeNull();
    for (const header of [...odd, ...more]) expect([header, readRange(header, 100)]).toEqual([header, null]);
  });
});

describe("a range with a condition", () => {
  it("counts only for the same bytes", () => {
    expect(isRangeMeant(null, '"a"')).toBe(true);
    expect(isRangeMeant('"a"', '"a"')).toBe(true);
    expect(isRangeMeant('"b"', '"a"')).toBe(false);
    expect(isRangeMeant('W/"a"', '"a"')).toBe(false);
    expect(isRangeMeant("Mon, 02 Mar 2026 08:00:00 GMT", '"a"')).toBe(false);
  });
});
