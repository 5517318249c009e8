import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonLines } from "./json-layout";

test("each member has its line, empty ones stay short", () => {
  expect(jsonLines('{"a":1,"b":{"c":[true,null],"d":{}},"e":[]}')).toBe(
    '{\n  "a": 1,\n  "b": {\n    "c": [\n      true,\n      null\n    ],\n    "d": {}\n  },\n  "e": []\n}',
  );
});

test("large numbers and escapes stay as they came", () => {
  expect(jsonLines('{"n":12345678901234567890,"t":"a, {b}: \\"c\\" \\u00e9"}')).toBe(
    '{\n  "n": 12345678901234567890,\n  "t": "a, {b}: \\"c\\" \\u00e9"\n}',
  );
});

test("what was cut is laid out as far as it goes", () => {
  expect(jsonLines('{"a":[1,{"b":"half of a te')).toBe('{\n  "a": [\n    1,\n    {\n      "b": "half of a te');
});

test("any JSON means the same afterwards", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(jsonLines(JSON.stringify(value)))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("no text keeps it busy", () => {
  for (const part of ["[", "{", '"', "\\", ",", '{"a":', "]"]) {
    expect(jsonLines(part.repeat(16_384)).length).toBeLessThan(16_384 * 100);
  }
});
