import { describe, expect, it } from "vitest";
import { hashPassword, HashQueueFull, isPassword, passwordProblem } from "./passwords";

const email = "ines@tandem.example";

describe("a kept password", () => {
  it("stands beside its parameters and its own salt", async () => {
    const [one, other] = [await hashPassword("blue tandem rides far"), await hashPassword("blue tandem rides far")];
    expect(one).toMatch(/^scrypt\$131072\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(other);
    expect(await isPassword("blue tandem rides far", one)).toBe(true);
    expect(await isPassword("blue tandem rides fat", one)).toBe(false);
  });

  it("is compared whole, beyond 72 bytes too", async () => {
    const long = "🚲".repeat(64);
    const kept = await hashPassword(`${long}a`);
    expect(await isPassword(`${long}b`, kept)).toBe(false);
    expect(await isPassword(`${long}a`, kept)).toBe(true);
  });

  it("is never right for nobody", async () => {
    expect(await isPassword("", null)).toBe(false);
  });

  it("is refused in an unknown form instead of being taken for right", async () => {
    await expect(isPassword("x", "$2b$10$abc")).rejects.toThrow("unknown form");
  });
});

it("does not hash without end for many at once", async () => {
  const tries = Array.from({ length: 40 }, () =>
    isPassword("x", "scrypt$2$8$1$AAAAAAAAAAAAAAAAAAAAAA$" + "A".repeat(43)),
  );
  const outcomes = await Promise.allSettled(tries);
  const refused = outcomes.filter((one) => one.status === "rejected");
  expect(refused.length).toBe(18);
  expect(refused.every((one) => one.reason instanceof HashQueueFull)).toBe(true);
});

describe("a new password", () => {
  it("may be a phrase, long, or in any script", () => {
    const fine = [
      "blue tandem rides far",
      "wq8!kLm2#zPx",
      "пароль из двух слов",
      "a".repeat(3) + "kXw9".repeat(1) + "oij-2ms",
      "x7".padEnd(64, "qy4"),
    ];
    for (const password of fine) expect([password, passwordProblem(password, email)]).toEqual([password, null]);
  });

  it("must have 12 characters and at most 256", () => {
    expect(passwordProblem("elevenchars", email)).toContain("at least 12");
    expect(passwordProblem("q9".repeat(200), email)).toContain("at most 256");
  });

  it("is not one of the first to be guessed", () => {
    const common = [
      "password1234",
      "Password123!",
      "P4ssw0rdP4ssw0rd",
      "123456789012",
      "qwertyuiop12",
      "aaaaaaaaaaaa",
      "abcabcabcabc",
      "abcdefghijklm",
      "letmeinletmein",
      "correcthorsebatterystaple",
      "administrator1",
      "ines12345678",
      "Postroom2026!",
      "iloveyou2026",
    ];
    expect(common.length).toBeGreaterThan(10);
    for (const password of common) expect([password, passwordProblem(password, email)]).not.toEqual([password, null]);
  });
});
