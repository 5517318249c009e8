/**
 * Everything that can be wrong with a delivery, generated from a seed: types, sizes, depths, Unicode, dates, numbers, prototype keys,
 * encodings, truncations, both attachment key sets, and mutants of the six events. Each input says what the door may answer.
 */
import { bodyFamilies, mostBytes } from "./bad-bodies.mjs";
import { fieldFamilies } from "./bad-fields.mjs";
import { mutants } from "./mutants.mjs";

/** An empty or shrunken corpus must fail: there are at least this many inputs before the mutants. */
export const leastInputs = 3000;

/** @yields `{ name, bytes, contentType, statuses }`: `statuses` are the answers the door may give to whoever shows the secret */
export function* badInputs({ seed = 1, mutantCount = 500 } = {}) {
  for (const [family, inputs] of [...fieldFamilies, ...bodyFamilies]) {
    for (const { name, body, contentType } of inputs()) yield toInput(`${family}: ${name}`, body, contentType);
  }
  for (const { name, bytes } of mutants({ seed, count: mutantCount })) yield toInput(name, bytes);
}

function toInput(name, body, contentType = "application/json") {
  const bytes = Buffer.isBuffer(body)
    ? body
    : Buffer.from(typeof body === "string" ? body : JSON.stringify(body), "utf8");
  return { name, bytes, contentType, statuses: allowedStatuses(bytes) };
}

/** Judged apart from the product's own reader: an object is 200, what might be a form either, all else 400. */
function allowedStatuses(bytes) {
  if (bytes.length > mostBytes) return [413];
  const text = new TextDecoder("utf-8").decode(bytes);
  const value = parseOrUndefined(text);
  if (value !== undefined) return typeof value === "object" && value !== null && !Array.isArray(value) ? [200] : [400];
  const isPerhapsForm = /(^|&)(event|AccountStatus|%7B)/.test(text);
  return isPerhapsForm ? [200, 400] : [400];
}

function parseOrUndefined(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
