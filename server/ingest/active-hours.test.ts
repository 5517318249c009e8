import { afterAll, beforeAll, expect, it } from "vitest";
import { account, accountChanged, messageFetched, messageReceived, minute } from "@/domain/examples";
import { hourOf } from "@/domain/quiet";
import { freshDatabase } from "@/scripts/fresh-database.mjs";
import { connect } from "../db";
import type { PrismaClient } from "../generated/client";
import { foldAndSave } from "./applier";
import { accountIdOf } from "./ids";

let db: PrismaClient;

beforeAll(async () => {
  db = connect(await freshDatabase(), { max: 2, connectionTimeoutMs: 5_000 });
});
afterAll(async () => {
  await db.$disconnect();
});

const hours = async (externalId: string) => {
  const rows = await db.accountHour.findMany({
    where: { accountId: accountIdOf(externalId) },
    orderBy: { hour: "asc" },
  });
  return rows.map(({ hour }) => hour - hourOf(minute(0)));
};

it("each hour in which anything was delivered is kept once, whenever it was sent", async () => {
  const desk = account("desk");
  const at = (minutes: number, messageId: string) =>
    messageReceived({
      account: desk,
      messageId,
      at: minute(-9_000),
      receivedAt: minute(minutes),
      sequence: minutes + 1,
    });
  await db.$transaction((tx) => foldAndSave(tx, [at(1, "a"), at(59, "b"), at(130, "c")]));
  await db.$transaction((tx) => foldAndSave(tx, [at(150, "d"), at(30, "e")]));
  expect(await hours("desk")).toEqual([0, 2]);
});

it("an account that is connected again has been heard of", async () => {
  const desk = account("desk-2");
  await db.$transaction((tx) => foldAndSave(tx, [accountChanged({ account: desk, receivedAt: minute(61) })]));
  expect(await hours("desk-2")).toEqual([1]);
});

it("what we asked for is no delivery of theirs", async () => {
  const desk = account("desk-3");
  const asked = messageFetched({ account: desk, receivedAt: minute(600) });
  await db.$transaction((tx) => foldAndSave(tx, [messageReceived({ account: desk, receivedAt: minute(0) }), asked]));
  expect(await hours("desk-3")).toEqual([0]);
  const { lastEventAt } = await db.account.findUniqueOrThrow({ where: { externalId: "desk-3" } });
  expect(lastEventAt?.toISOString()).toBe(minute(0));
});
