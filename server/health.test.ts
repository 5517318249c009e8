import { afterAll, describe, expect, it } from "vitest";
import { db } from "./db";
import { addUser, signIn } from "./example-rows";
import { checkReadiness } from "./health";
import { answerReadiness } from "./readiness-answer";

afterAll(async () => {
  await db().$disconnect();
});

const ask = (cookie = "") => answerReadiness(new Request("http://localhost:3000/api/ready", { headers: { cookie } }));

describe("readiness", () => {
  it("is given when the database answers and every migration is applied", async () => {
    expect(await checkReadiness()).toEqual({
      isReady: true,
      database: "ok",
      missingMigrations: [],
      backlogAgeSeconds: null,
    });
  });

  it("reports the age of the backlog, and stays ready", async () => {
    await db().$executeRaw`
      INSERT INTO "Delivery" ("sha256", "body", "receivedAt") VALUES ('', '', now() - interval '1 hour'), ('', '', now())`;
    const { isReady, backlogAgeSeconds } = await checkReadiness();
    expect(isReady).toBe(true);
    expect(backlogAgeSeconds).toBeCloseTo(3600, -2);
  });

  it("is refused at once while a migration is missing, and never kept by anybody", async () => {
    await db().$executeRaw`
      UPDATE "_prisma_migrations" SET "rolled_back_at" = now() WHERE "migration_name" LIKE '%_init'`;
    const response = await ask();
    expect([response.status, response.headers.get("cache-control")]).toEqual([503, "no-store"]);
    expect(response.headers.get("retry-after")).not.toBeNull();
    expect(await response.json()).toEqual({ status: "not ready" });
    await db().$executeRaw`UPDATE "_prisma_migrations" SET "rolled_back_at" = NULL`;
    expect((await ask()).status).toBe(200);
  });

  it("tells strangers and agents nothing but yes or no, and admins why", async () => {
    expect(await (await ask()).json()).toEqual({ status: "ready" });
    expect(await (await ask(await signIn(await addUser()))).json()).toEqual({ status: "ready" });
    const told = await (await ask(await signIn(await addUser({ role: "admin" })))).json();
    expect(told).toMatchObject({ status: "ready", database: "ok", missingMigrations: [] });
  });
});
