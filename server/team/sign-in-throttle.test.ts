import { afterAll, beforeEach, expect, it } from "vitest";
import { db } from "../db";
import { giveBack, takeAttempt, TooManyAttempts } from "./sign-in-throttle";

beforeEach(async () => {
  await db().signInFailure.deleteMany();
});
afterAll(async () => {
  await db().$disconnect();
});

const ines = "ines@tandem.example";

async function takeMany(count: number, email: (index: number) => string, address = "192.0.2.1") {
  const attempts = Array.from({ length: count }, (_, index) => takeAttempt(email(index), address));
  const outcomes = await Promise.allSettled(attempts);
  const refused = outcomes.filter((one) => one.status === "rejected").map((one) => one.reason as unknown);
  expect(refused.every((reason) => reason instanceof TooManyAttempts)).toBe(true);
  return { taken: outcomes.length - refused.length, refused: refused.length };
}

it("takes ten attempts an account, also when all come at once", async () => {
  expect(await takeMany(14, () => ines)).toEqual({ taken: 10, refused: 4 });
  expect(await takeMany(1, () => ines, "192.0.2.2")).toEqual({ taken: 0, refused: 1 });
});

it("takes fifty attempts an address, whomever they try to be", async () => {
  expect(await takeMany(53, (index) => `${index}@x.example`)).toEqual({ taken: 50, refused: 3 });
  expect(await takeMany(1, () => ines, "192.0.2.2")).toEqual({ taken: 1, refused: 0 });
});

it("names the wait: until the first of the last ten leaves the window", async () => {
  const first = await takeAttempt(ines, "192.0.2.1");
  const at = new Date(Date.now() - 10 * 60_000);
  await db().signInFailure.updateMany({ where: { id: { in: [...first.ids] } }, data: { at } });
  await takeMany(9, () => ines);
  await expect(takeAttempt(ines, "192.0.2.1")).rejects.toMatchObject({ waitSeconds: expect.closeTo(300, -1) });
});

it("opens again when the window has passed, and forgets what lies before it", async () => {
  await takeMany(10, () => ines);
  await db().signInFailure.updateMany({ data: { at: new Date(Date.now() - 15.1 * 60_000) } });
  await takeAttempt(ines, "192.0.2.1");
  expect(await db().signInFailure.count()).toBe(2);
});

it("gives an account all its attempts back, and the address only this one", async () => {
  await takeMany(9, () => ines);
  await giveBack(await takeAttempt(ines, "192.0.2.1"));
  expect(await db().signInFailure.count()).toBe(9);
  expect(await takeMany(10, () => ines)).toEqual({ taken: 10, refused: 0 });
});
