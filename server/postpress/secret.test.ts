import { expect, test } from "vitest";
import { createSecretCheck } from "./secret";

const current = "current-secret-0123456789-0123456789";
const next = "next-secret-0123456789-0123456789-longer";

test("either of two secrets opens, nothing else does", () => {
  const isPostpress = createSecretCheck([current, next]);
  expect(isPostpress(current)).toBe(true);
  expect(isPostpress(next)).toBe(true);
  for (const wrong of [null, "", `${current} `, current.slice(1), `${current}, ${next}`, "é", "\u0000"]) {
    expect(isPostpress(wrong)).toBe(false);
  }
});

test("a secret beyond ASCII is compared by its bytes", () => {
  const secret = "schlüssel-0123456789-0123456789-0123456789";
  const asHeader = Buffer.from(secret, "utf8").toString("latin1");
  expect(createSecretCheck([secret])(asHeader)).toBe(true);
  expect(createSecretCheck([secret])(secret)).toBe(false);
});

test("no secret, no entry", () => {
  expect(createSecretCheck([])("")).toBe(false);
});
