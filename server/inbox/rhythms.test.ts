import { afterAll, beforeEach, expect, it } from "vitest";
import { hourOf } from "@/domain/quiet";
import { db } from "../db";
import { addAccount } from "../example-rows";
import { listAccounts } from "./accounts";

beforeEach(async () => {
  await db().account.deleteMany();
});
afterAll(async () => {
  await db().$disconnect();
});

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

/** Something every hour for four weeks, the last time so many hours ago. */
async function livelyAccount(lastHoursAgo: number, told: Parameters<typeof addAccount>[0] = {}): Promise<string> {
  const lastEventAt = hoursAgo(lastHoursAgo);
  const accountId = await addAccount({ state: "ok", lastEventAt, ...told });
  const last = hourOf(lastEventAt.toISOString());
  const rows = Array.from({ length: 28 * 24 }, (_, back) => ({ accountId, hour: last - back }));
  await db().accountHour.createMany({ data: rows });
  return accountId;
}

const quietOnes = async () => (await listAccounts()).items.filter(({ isQuiet }) => isQuiet).map(({ id }) => id);

it("an account that was never silent and has been for a day is quiet", async () => {
  const stopped = await livelyAccount(24);
  await livelyAccount(1);
  await livelyAccount(24, { state: "reconnect" });
  await addAccount({ state: "ok", lastEventAt: hoursAgo(500) });
  await addAccount({ state: "ok" });
  expect(await quietOnes()).toEqual([stopped]);
  expect(await quietOnes()).toEqual([stopped]);
});

it("the next event ends it", async () => {
  const id = await livelyAccount(24);
  expect(await quietOnes()).toEqual([id]);
  await db().account.update({ where: { id }, data: { lastEventAt: hoursAgo(0) } });
  expect(await quietOnes()).toEqual([]);
});
