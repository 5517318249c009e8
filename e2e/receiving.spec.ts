import { expect } from "@playwright/test";
import { sql, test } from "./desk";

test("a message appears in an open list without a reload", async ({ page, vendor }) => {
  await page.goto("/inbox");
  await expect(page.getByText("No messages yet")).toBeVisible();
  await vendor.says(vendor.chat({ people: ["Ana Ribeiro"] }), "Is the blue tandem still for rent?");
  const row = page.getByRole("option", {
    name: /^Ana Ribeiro, WhatsApp, .*1 unread.*Is the blue tandem still for rent\?$/,
  });
  await expect(row).toBeVisible();
  await expect(page.getByRole("status", { name: "News" })).toHaveText("New message from Ana Ribeiro, WhatsApp");
});

test("a message appears in an open chat, and the newest chat stands on top", async ({ page, vendor }) => {
  const ana = vendor.chat({ people: ["Ana Ribeiro"] });
  const ben = vendor.chat({ people: ["Ben Osei"], account: vendor.account({ provider: "TELEGRAM" }) });
  await vendor.says(ana, "First", { minutesAgo: 9 });
  await vendor.says(ben, "Second", { minutesAgo: 5 });
  await page.goto("/inbox");
  const rows = page.getByRole("option");
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toHaveAccessibleName(/^Ben Osei, Telegram/);
  await rows.filter({ hasText: "Ana Ribeiro" }).click();
  await expect(page.getByRole("heading", { name: "Ana Ribeiro", level: 2 })).toBeVisible();
  await page.getByRole("region", { name: "Messages" }).hover();
  await vendor.says(ana, "And one more thing");
  await expect(
    page.getByRole("article", { name: "Ana Ribeiro" }).filter({ hasText: "And one more thing" }),
  ).toBeInViewport();
  await expect(rows.first()).toHaveAccessibleName(/^Ana Ribeiro.*And one more thing$/);
});

test("what is being read does not move when something comes in, and a button leads to it", async ({ page, vendor }) => {
  const chat = vendor.chat();
  await vendor.saysAll(
    chat,
    Array.from({ length: 40 }, (_, place) => `Line ${place + 1}`),
  );
  await page.goto("/inbox");
  await page.getByRole("option").click();
  const messages = page.getByRole("region", { name: "Messages" });
  await page.getByRole("button", { name: "40 new" }).click();
  await expect(messages.getByText("Line 40", { exact: true })).toBeInViewport();
  await expect(page.getByRole("option", { name: /unread/ })).toHaveCount(0);
  await messages.hover();
  await page.mouse.wheel(0, -900);
  const line = messages.getByText("Line 20", { exact: true });
  await expect(line).toBeInViewport();
  await expect(page.getByRole("button", { name: "To the end" })).toBeVisible();
  const before = await line.boundingBox();
  await vendor.says(chat, "Something new");
  const toNew = page.getByRole("button", { name: "1 new" });
  await expect(toNew).toBeVisible();
  const after = await line.boundingBox();
  expect(before).not.toBeNull();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThanOrEqual(1);
  await toNew.click();
  await expect(messages.getByText("Something new", { exact: true })).toBeInViewport();
  await expect(toNew).toBeHidden();
});

test("older messages load above without moving what is being read", async ({ page, vendor }) => {
  const chat = vendor.chat();
  await vendor.saysAll(
    chat,
    Array.from({ length: 130 }, (_, place) => `Line ${place + 1}`),
  );
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/messages\?before=/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/inbox");
  await page.getByRole("option").click();
  const messages = page.getByRole("region", { name: "Messages" });
  await page.getByRole("button", { name: "130 new" }).click();
  await expect(messages.getByText("Line 130", { exact: true })).toBeInViewport();
  await expect(page.getByRole("article")).toHaveCount(50);
  await messages.focus();
  await page.keyboard.press("Home");
  const line = messages.getByText("Line 81", { exact: true });
  await expect(line).toBeInViewport();
  await expect
    .poll(() => messages.evaluate((box) => box.scrollHeight - box.clientHeight + box.scrollTop))
    .toBeLessThan(2);
  const before = await line.boundingBox();
  release();
  await expect(page.getByRole("article")).toHaveCount(100);
  const after = await line.boundingBox();
  expect(before).not.toBeNull();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThanOrEqual(1);
  await page.keyboard.press("Home");
  await expect(messages.getByText("Line 1", { exact: true })).toHaveCount(1);
});

test("older messages that could not be loaded are asked for again, without haste", async ({ page, desk, vendor }) => {
  const chat = vendor.chat();
  await vendor.saysAll(
    chat,
    Array.from({ length: 70 }, (_, place) => `Line ${place + 1}`),
  );
  await sql(desk, `UPDATE "Chat" SET "readSequence" = 9000000000, "unreadCount" = 0`);
  const failedAt: number[] = [];
  await page.route(/messages\?before=/, async (route) => {
    if (failedAt.length === 2) return route.continue();
    failedAt.push(Date.now());
    return route.fulfill({ status: 503, json: { title: "Away" } });
  });
  await page.goto("/inbox");
  await page.getByRole("option").click();
  await expect(page.getByRole("article")).toHaveCount(50);
  await page.getByRole("region", { name: "Messages" }).focus();
  await page.keyboard.press("Home");
  await expect(page.getByRole("article")).toHaveCount(70, { timeout: 20_000 });
  expect(failedAt).toHaveLength(2);
  expect(failedAt[1]! - failedAt[0]!).toBeGreaterThan(4_000);
});

test("a hidden page reads nothing, and catches up once when it is seen again", async ({ page, vendor }) => {
  const chat = vendor.chat();
  await vendor.says(chat, "Hello");
  await page.clock.install();
  await page.goto("/inbox");
  await expect(page.getByRole("option", { name: /Hello$/ })).toBeVisible();
  const lists: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname === "/api/chats") lists.push(request.url());
  });
  await page.clock.runFor(6_000);
  await expect.poll(() => lists.length).toBeGreaterThan(0);

  const setVisibility = (state: "hidden" | "visible") =>
    page.evaluate((value) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => value });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await setVisibility("hidden");
  lists.length = 0;
  await vendor.says(chat, "While you were away");
  await page.clock.runFor(60_000);
  expect(lists).toEqual([]);
  await setVisibility("visible");
  await expect(page.getByRole("option", { name: /While you were away$/ })).toBeVisible();
  expect(lists).toHaveLength(1);
});

test("an unchanged list costs a 304 without a body", async ({ page, vendor }) => {
  await vendor.says(vendor.chat(), "Hello");
  await page.goto("/inbox");
  await expect(page.getByRole("option")).toBeVisible();
  const answer = await page.waitForResponse(
    (response) => response.url().endsWith("/api/chats") && response.status() === 304,
  );
  expect(await answer.request().headerValue("if-none-match")).toMatch(/^W\//);
});
