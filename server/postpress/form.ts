/**
 * Form-encoded deliveries, as the vendor's `format: "form"` might send them. How it nests objects is unknown: brackets, and JSON in
 * the fields that hold objects, are tried. A form counts only when it names an event.
 */

type Field = string | Fields;
type Fields = Map<string, Field>;

const deepestBracket = 8;
const objectFields = new Set([
  "AccountStatus",
  "account_info",
  "sender",
  "attendees",
  "attachments",
  "quoted",
  "reaction_sender",
  "folder",
]);

/** Null when the text is no form of a delivery. */
export function parseForm(text: string): unknown {
  // Any cut-off JSON decodes to *some* form, even to one with an `event` when a link in a message holds "&event=".
  if (/^\s*["[{]/.test(text)) return null;
  const fields: Fields = new Map();
  for (const [key, value] of new URLSearchParams(text.trim())) place(fields, toPath(key), value);
  if (!fields.get("event") && !fields.has("AccountStatus")) return parseLoneKey(fields);
  return toValue(fields);
}

/** A whole JSON text that was encoded as the name of one empty field. */
function parseLoneKey(fields: Fields): unknown {
  const [first, ...others] = fields;
  if (first === undefined || others.length > 0 || first[1] !== "" || !first[0].startsWith("{")) return null;
  return parseOr(first[0], null);
}

/** `attachments[0][id]` → attachments, 0, id */
function toPath(key: string): string[] {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])+)$/.exec(key);
  if (match?.[1] === undefined || match[2] === undefined) return [key];
  const inner = match[2].slice(1, -1).split("][");
  return inner.length > deepestBracket ? [key] : [match[1], ...inner];
}

function place(fields: Fields, path: readonly string[], value: string): void {
  let target = fields;
  for (const [index, name] of path.entries()) {
    const key = name === "" ? String(target.size) : name;
    const existing = target.get(key);
    if (index === path.length - 1) target.set(key, value);
    else if (existing instanceof Map) target = existing;
    else {
      const inner: Fields = new Map();
      target.set(key, inner);
      target = inner;
    }
  }
}

/** Objects without a prototype, so that no name of a field means anything to JavaScript. */
function toValue(fields: Fields): unknown {
  const entries = [...fields].map(([key, field]) => [key, toFieldValue(key, field)] as const);
  const isList = entries.length > 0 && entries.every(([key], index) => key === String(index));
  if (isList) return entries.map(([, value]) => value);
  const value = Object.create(null) as Record<string, unknown>;
  for (const [key, inner] of entries) value[key] = inner;
  return value;
}

function toFieldValue(key: string, field: Field): unknown {
  if (field instanceof Map) return toValue(field);
  return objectFields.has(key) && /^\s*[[{]/.test(field) ? parseOr(field, field) : field;
}

function parseOr(text: string, otherwise: unknown): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return otherwise;
    throw error;
  }
}
