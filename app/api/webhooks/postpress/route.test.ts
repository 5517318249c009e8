import { expect, test } from "vitest";
import { db } from "@/server/db";
import { env } from "@/server/env";
import * as route from "./route";

const url = "http://localhost:3000/api/webhooks/postpress";
const headers = { [env().POSTPRESS_WEBHOOK_HEADER]: env().POSTPRESS_WEBHOOK_SECRET[0] ?? "" };

test("strangers are refused before anything else, whatever they bring", async () => {
  const strangers = [{}, { cookie: "next-auth.session-token=x" }, { [env().POSTPRESS_WEBHOOK_HEADER]: "wrong" }];
  for (const one of strangers) {
    const response = await route.POST(new Request(url, { method: "POST", headers: one, body: "{}" }));
    expect(response.status).toBe(401);
  }
  const inTheAddress = `${url}?secret=${env().POSTPRESS_WEBHOOK_SECRET[0] ?? ""}`;
  expect((await route.POST(new Request(inTheAddress, { method: "POST", body: "{}" }))).status).toBe(401);
  expect(await db().delivery.count()).toBe(0);
});

test("a delivery is committed when it is answered, without session, Origin or content type", async () => {
  const response = await route.POST(new Request(url, { method: "POST", headers, body: Buffer.from('{"event":"x"}') }));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ kept: true });
  const [kept, ...others] = await db().delivery.findMany();
  expect(others).toEqual([]);
  expect(Buffer.from(kept?.body ?? []).toString()).toBe('{"event":"x"}');
});

test("every other method that Next knows is refused with Allow, never answered by Next itself", async () => {
  const methods = ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
  for (const method of methods) {
    const response = await route[method](new Request(url, { method, headers }));
    expect([method, response.status, response.headers.get("allow")]).toEqual([method, 405, "POST"]);
  }
  expect(Object.keys(route).toSorted()).toEqual(["POST", ...methods, "dynamic"].toSorted());
});
