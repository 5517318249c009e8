/**
 * Which bytes of a file an answer carries (RFC 9110, sections 13 and 14). One range is served; several in one request, or what cannot be
 * read, get the whole file, as the standard allows.
 */

/** Both ends are part of it, counted from 0. */
export type ByteRange = { start: number; end: number };

/** Null means the whole file; "unsatisfiable" that no byte of it was asked for. `sizeBytes` is above 0. */
export function readRange(header: string | null, sizeBytes: number): ByteRange | "unsatisfiable" | null {
  const asked = parseRange(header);
  if (asked === null) return null;
  const { first, last } = asked;
  if (first === null)
    return last === 0 ? "unsatisfiable" : { start: Math.max(0, sizeBytes - last), end: sizeBytes - 1 };
  return first < sizeBytes ? { start: first, end: Math.min(last, sizeBytes - 1) } : "unsatisfiable";
}

type Asked = { first: number; last: number } | { first: null; /** so many of the last ones */ last: number };

function parseRange(header: string | null): Asked | null {
  const [, first = "", last = ""] = /^bytes\s*=\s*(\d*)\s*-\s*(\d*)$/i.exec(header?.trim() ?? "") ?? [];
  if (first === "") return last === "" ? null : { first: null, last: Number(last) };
  if (last === "") return { first: Number(first), last: Infinity };
  return Number(last) < Number(first) ? null : { first: Number(first), last: Number(last) };
}

/** A range counts only for the very bytes of which the other side has a part: a weak tag or a date does not say that. */
export function isRangeMeant(ifRange: string | null, etag: string): boolean {
  return ifRange === null || ifRange.trim() === etag;
}
