/**
 * How single fields of the vendor are read. Ids and what decides the meaning are strict: what cannot be understood there becomes a
 * problem with its path. What only describes (names, sizes, types) is read when it can be, and else counts as not told.
 */
import { z } from "zod";
import { isObject } from "./body";
import { cleanText, isTooLongForId, shorten } from "./text";

type Context = z.core.$RefinementCtx;

function refuse(context: Context, message: string): never {
  context.addIssue({ code: "custom", message });
  return z.NEVER;
}

function isAbsent(value: unknown): value is null | undefined | "" {
  return value === undefined || value === null || value === "";
}

function readId(value: unknown, context: Context): string | null {
  if (isAbsent(value)) return null;
  const id = typeof value === "number" ? String(value) : value;
  if (typeof id !== "string") return refuse(context, "is not a string");
  if (typeof value === "number" && !Number.isSafeInteger(value)) return refuse(context, "is not an exact number");
  if (isTooLongForId(id)) return refuse(context, "is longer than 512 characters");
  return id.trim() === "" ? null : cleanText(id);
}

const anything = z.unknown().optional();

/** Null when absent; a number that is exact counts as its digits. */
export const id = anything.transform(readId);

export const requiredId = anything.transform((value, context): string => {
  const read = readId(value, context);
  if (read === null) return refuse(context, "is missing");
  return read;
});

/** Null when no text is told, which is not the same as an empty one; `{ text }` counts as its text. */
export const text = anything.transform((value, context): string | null => {
  const told = isObject(value) ? value.text : value;
  if (told === undefined || told === null) return null;
  if (typeof told === "number") return String(told);
  return typeof told === "string" ? cleanText(told) : refuse(context, "is not text");
});

/** Undefined when missing, which is not the same as empty: an empty reaction is a removal. */
export const reaction = anything.transform((value, context): string | undefined => {
  if (value === undefined) return undefined;
  if (value === null) return "";
  return typeof value === "string" ? shorten(value, 64) : refuse(context, "is not text");
});

function readFlag(value: unknown): boolean | null {
  if (value === true || value === 1 || value === "1" || value === "true") return true;
  if (value === false || value === 0 || value === "0" || value === "false") return false;
  return null;
}

/** For the flag that decides whose message it is. */
export const strictFlag = anything.transform((value, context): boolean | null => {
  const read = readFlag(value);
  return read === null && !isAbsent(value) ? refuse(context, "is neither true nor false") : read;
});

export const flag = anything.transform(readFlag);

/** Something to show: clean, at most 512 characters, null when blank. */
export const words = anything.transform((value): string | null => {
  const told = typeof value === "number" ? String(value) : value;
  return typeof told === "string" && told.trim() !== "" ? shorten(told) : null;
});

/** An address on the web, null when it is none: what cannot be opened is not worth keeping. */
export const webAddress = anything.transform((value): string | null => {
  if (typeof value !== "string" || value.length > 2048 || !URL.canParse(value)) return null;
  const { protocol, href } = new URL(value);
  return protocol === "https:" || protocol === "http:" ? href : null;
});

/** Not negative; numbers may be strings. */
export const amount = anything.transform((value): number | null => {
  const read = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof read === "number" && Number.isFinite(read) && read >= 0 ? read : null;
});

/** Objects that only describe: anything else in their place reads as an empty one. */
export function described<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.preprocess((value) => (isObject(value) ? value : {}), z.object(shape));
}

/** Objects that matter: absent is null, anything else but an object is a problem. */
export function objectOrNull<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const object = z.object(shape, { error: "is not an object" }).nullable();
  return z.preprocess((value) => (isAbsent(value) ? null : value), object);
}
