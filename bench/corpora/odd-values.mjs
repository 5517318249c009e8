/** Values that stand where something else is expected. Everything here can be written as JSON. */
import { randomFrom } from "../traffic.mjs";

/** Letters that do not compress, so that an index meets their full length. */
export function incompressible(length, seed = 7) {
  const random = randomFrom(seed);
  let text = "";
  while (text.length < length) text += Math.floor(random() * 2 ** 32).toString(36);
  return text.slice(0, length);
}

export const oddTexts = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\u202Etxt.exe",
  "\uFEFF",
  "\uFFFE\uFFFF",
  "e" + "\u0301".repeat(400),
  "👩‍👩‍👧‍👦".repeat(50),
  "مرحبا \u2066שלום\u2069",
  "Ã©tÃ©",
  '\'; DROP TABLE "Message"; --',
  "\\x00\\u0000%00",
  "line\r\nSet-Cookie: a=b\r\n\u001b[31mred",
  "<img src=x onerror=alert(1)>",
  "{{constructor.constructor('return 1')()}}",
  "${7*7} #{7*7} %s%n",
  "../../../../etc/passwd",
  '=HYPERLINK("http://canary.invalid")',
  "__proto__",
  "constructor",
  "null",
  "undefined",
  "NaN",
  "true",
  "0",
  incompressible(512),
  incompressible(513),
  incompressible(3000),
  "a".repeat(9000),
];

export const oddNumbers = [0, -0, -1, 1.5, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 53 + 2, 32_768];

export const oddDates = [
  "",
  "yesterday",
  "2026-02-30T10:00:00.000Z",
  "2026-13-01T00:00:00.000Z",
  "0000-01-01T00:00:00.000Z",
  "-000001-01-01T00:00:00.000Z",
  "+275760-09-13T00:00:00.000Z",
  "+275760-09-13T00:00:00.001Z",
  "0001-01-01T00:00:00.000Z",
  "9999-12-31T23:59:59.999Z",
  "10000-01-01T00:00:00.000Z",
  "2026-03-02T08:15:30.120",
  "2026-03-02T08:15:30.120+14:00",
  "2026-03-02 08:15:30",
  "2026-W10-1",
  "1772439330",
  "1772439330120",
  "Mon, 02 Mar 2026 08:15:30 GMT",
  "2026-03-02T24:00:00.000Z",
  "2026-03-02T23:59:60.000Z",
  "1970-01-01T00:00:00.000Z",
  "infinity",
  "now()",
];

export const oddOthers = [
  null,
  true,
  false,
  [],
  {},
  [[]],
  [null],
  [{}],
  { a: { b: {} } },
  [1, "2", null, {}],
  { length: 1e9 },
];

export const oddValues = [...oddTexts, ...oddNumbers, ...oddOthers];

/** Names that mean something to JavaScript. */
export const oddKeys = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "then",
  "length",
  "__defineGetter__",
];
