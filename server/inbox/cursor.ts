/**
 * Cursors of lists: where a page ended, as base64url JSON that only we read. Whoever sends something else gets a 400.
 */
import { z } from "zod";
import { Refusal } from "../http";

export function toCursor(place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** @throws Refusal 400 when the text is no cursor of this list */
export function parseCursor<T>(cursor: string, schema: z.ZodType<T>): T {
  const value = parseBase64Json(cursor);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw foreignCursor();
}

export function foreignCursor(): Refusal {
  const problems = [{ path: "cursor", message: "This is no cursor of this list; start without one." }];
  return new Refusal({ status: 400, type: "invalid", title: "Some fields need a correction.", problems });
}

function parseBase64Json(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** How many of a list: 50, at most 200. */
export const pageLimit = z.coerce.number().int().min(1).max(200).default(50);
export const instant = z.iso.datetime({ precision: 3 });
export const cursorText = z.string().max(4096);
