/**
 * The bytes of a delivery as one object: JSON whatever the content type says, then a form. Says nothing about what the object
 * means. What it refuses is kept all the same, because what was cut in transit is sent again whole.
 */
import { parseForm } from "./form";

export type BodyObject = Readonly<Record<string, unknown>>;
export type Problem = { path: string; message: string };
export type Body = { isReadable: true; value: BodyObject } | { isReadable: false; problem: Problem };

type Container = Record<string, unknown>;

const deepestLevel = 64;

export function parseBody(bytes: Uint8Array): Body {
  // A byte order mark is dropped by the decoder; JSON.parse would stumble over it.
  const text = new TextDecoder("utf-8").decode(bytes);
  const json = parseJson(text);
  const value = json === undefined ? parseForm(text) : json;
  if (isObject(value)) return { isReadable: true, value };
  return { isReadable: false, problem: { path: "", message: complaintAbout(text, json) } };
}

/** Account statuses carry no time and are never repeats, so the door has to tell them from the rest. */
export function isAccountStatus(value: BodyObject): boolean {
  return Object.hasOwn(value, "AccountStatus") && !Object.hasOwn(value, "event");
}

/** Walks level by level, so that no depth can overflow the stack. */
export function isTooDeep(value: unknown): boolean {
  let level = isContainer(value) ? [value] : [];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > deepestLevel) return true;
    level = containersIn(level);
  }
  return false;
}

/** `for … in`: listing the values of an object with very many keys takes several times as long. */
function containersIn(level: readonly Container[]): Container[] {
  const found: Container[] = [];
  for (const container of level) {
    for (const key in container) {
      const inner = container[key];
      if (isContainer(inner)) found.push(inner);
    }
  }
  return found;
}

export function isObject(value: unknown): value is BodyObject {
  return isContainer(value) && !Array.isArray(value);
}

function isContainer(value: unknown): value is Container {
  return typeof value === "object" && value !== null;
}

/** Undefined when it is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function complaintAbout(text: string, json: unknown): string {
  if (text.trim() === "") return "is empty";
  if (Array.isArray(json)) return "is a JSON list, not an object";
  if (json !== undefined) return "is JSON, but not an object";
  if (text.trimStart().startsWith("{"))
    return "begins like a JSON object but cannot be read as one: perhaps cut in transit";
  return "is neither JSON nor a form with an event";
}
