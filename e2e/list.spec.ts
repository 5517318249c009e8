import { expect, type Locator, type Page } from "@playwright/test";
import { seed } from "../bench/seed.mjs";
import { sql, test, untilKeysWork } from "./desk";
import type { Vendor } from "./vendor";

const row = (page: Page, name: string) => page.getByRole("option", { name: new RegExp(`^${name},`) });
const rows = (page: Page) => page.getByRole("option");
const topOf = async (locator: Locator) => (await locator.boundingBox())?.y ?? Number.NaN;
/** Where no row is. */
const leaveList = (page: Page) => page.getByText("No chat open").hover();

async function people(vendor: Vendor, count: number) {
  const account = vendor.account();
  const chats = Array.from({ length: count }, (_, place) => vendor.chat({ account, people: [`Person ${place + 1}`] }));
  await Promise.all(chats.map((chat, place) => vendor.says(chat, `Hello ${place + 1}`, { minutesAgo: count - place })));
  return account;
}

test("the row under the pointer stays while messages come in, and the list follows when it is let go", async ({
  page,
  vendor,
}) => {
  const account = vendor.account();
  const chats = ["Chiara Lindqvist", "Ben Osei", "Ana Ribeiro"].map((name) => vendor.chat({ account, people: [name] }));
  for (const [place, chat] of chats.entries()) await vendor.says(chat, "Hello", { minutesAgo: 9 - place });
  await page.goto("/inbox");
  await expect(rows(page)).toHaveCount(3);
  await row(page, "Ben Osei").hover();
  const before = await topOf(row(page, "Ben Osei"));
  await vendor.says(chats[0]!, "And something new");
  await vendor.says(vendor.chat({ account, people: ["Dalia Haddad"] }), "A first message");

  await expect(page.getByRole("button", { name: "2 new" })).toBeVisible();
  await expect(row(page, "Chiara Lindqvist")).toHaveAccessibleName(/And something new$/);
  expect(await topOf(row(page, "Ben Osei"))).toBe(before);
  await expect(rows(page)).toHaveCount(3);

  await leaveList(page);
  await expect(rows(page).first()).toHaveAccessibleName(/^Dalia Haddad/);
  await expect(rows(page)).toHaveCount(4);
  await expect(page.getByRole("button", { name: /new$/ })).toHaveCount(0);
});

test("the row in focus stays as well, and k at the top lets the news in", async ({ page, vendor }) => {
  const account = vendor.account();
  await vendor.says(vendor.chat({ account, people: ["Ben Osei"] }), "Hello", { minutesAgo: 2 });
  await page.goto("/inbox");
  await expect(rows(page)).toHaveCount(1);
  await untilKeysWork(page);
  await page.keyboard.press("j");
  await expect(row(page, "Ben Osei")).toBeFocused();
  await vendor.says(vendor.chat({ account, people: ["Ana Ribeiro"] }), "Hello");
  await expect(page.getByRole("button", { name: "1 new" })).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press("k");
  await expect(rows(page).first()).toHaveAccessibleName(/^Ana Ribeiro/);
  await expect(row(page, "Ben Osei")).toBeFocused();
});

test("away from the top nothing moves, and a button leads to what is new", async ({ page, vendor }) => {
  const account = await people(vendor, 40);
  await page.goto("/inbox");
  await rows(page).first().hover();
  await page.mouse.wheel(0, 1_000);
  const seen = row(page, "Person 22");
  await expect(seen).toBeInViewport();
  await leaveList(page);
  const before = await topOf(seen);
  await vendor.says(vendor.chat({ account, people: ["Ana Ribeiro"] }), "Hello");
  const pill = page.getByRole("button", { name: "1 new" });
  await expect(pill).toBeVisible();
  expect(await topOf(seen)).toBe(before);
  await pill.click();
  await expect(row(page, "Ana Ribeiro")).toBeInViewport();
  await expect(pill).toBeHidden();
});

test("five thousand chats are scrolled through with a few dozen rows, and every one comes by", async ({
  page,
  desk,
  isEmpty,
}) => {
  expect(isEmpty).toBe(true);
  test.setTimeout(120_000);
  await seed(desk.databaseUrl, { messages: 20_000, chats: 5_000 });
  await page.goto("/inbox");
  await rows(page).first().hover();
  let most = 0;
  await expect(async () => {
    await page.mouse.wheel(0, 20_000);
    most = Math.max(most, await rows(page).count());
    await expect(rows(page).last()).toHaveAttribute("aria-posinset", "5000", { timeout: 50 });
  }).toPass({ intervals: [20] });
  expect(most).toBeGreaterThan(10);
  expect(most).toBeLessThan(60);
  await expect(rows(page).last()).toHaveAttribute("aria-setsize", "5000");
  await page.mouse.wheel(0, 40_000);
  await expect(rows(page).last()).toBeInViewport();
});

test("scrolled far down, a poll reads the newest page and what is looked at, and no more", async ({ page, vendor }) => {
  test.setTimeout(60_000); // three polls, and 170 chats before them
  await people(vendor, 170);
  await page.goto("/inbox");
  await rows(page).first().hover();
  await expect(async () => {
    await page.mouse.wheel(0, 4_000);
    await expect(row(page, "Person 1")).toBeInViewport({ timeout: 200 });
  }).toPass();
  const asked: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname === "/api/chats") asked.push(request.url());
  });
  await expect.poll(() => asked.filter((url) => !url.includes("cursor")).length, { timeout: 20_000 }).toBe(3);
  expect(asked.length).toBeLessThanOrEqual(7);
  expect(new Set(asked).size).toBe(2);
});

test("what is looked at far down is true: a read chat shows as read there", async ({ page, vendor, desk }) => {
  await people(vendor, 120);
  await page.goto("/inbox");
  await rows(page).first().hover();
  const seen = row(page, "Person 1");
  await expect(async () => {
    await page.mouse.wheel(0, 4_000);
    await expect(seen).toBeInViewport({ timeout: 200 });
  }).toPass();
  await expect(seen).toHaveAccessibleName(/1 unread/);
  await sql(desk, 'UPDATE "Chat" SET "unreadCount" = 0, "readSequence" = 1000000000');
  await expect(seen).not.toHaveAccessibleName(/unread/);
});

test("Home, End and the page keys move the focus, also to rows that were not drawn", async ({ page, vendor }) => {
  await people(vendor, 45);
  await page.goto("/inbox");
  await expect(row(page, "Person 45")).toBeVisible();
  await untilKeysWork(page);
  await page.keyboard.press("j");
  await expect(row(page, "Person 45")).toBeFocused();
  await page.keyboard.press("End");
  await expect(row(page, "Person 1")).toBeFocused();
  await expect(row(page, "Person 1")).toBeInViewport();
  await expect(row(page, "Person 45")).toHaveCount(0);
  await page.keyboard.press("PageUp");
  const position = async () => Number(await page.locator("[role=option]:focus").getAttribute("aria-posinset"));
  expect(await position()).toBeLessThan(40);
  expect(await position()).toBeGreaterThan(30);
  await page.keyboard.press("Home");
  await expect(row(page, "Person 45")).toBeFocused();
});

test("the focus is kept by its row while the list is scrolled away from it", async ({ page, vendor }) => {
  await people(vendor, 60);
  await page.goto("/inbox");
  await expect(row(page, "Person 60")).toBeVisible();
  await untilKeysWork(page);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(row(page, "Person 59")).toBeFocused();
  await rows(page).first().hover();
  await page.mouse.wheel(0, 3_000);
  await expect(row(page, "Person 60")).toHaveCount(0);
  await expect(row(page, "Person 59")).toBeFocused();
  await page.keyboard.press("j");
  await expect(row(page, "Person 58")).toBeFocused();
  await expect(row(page, "Person 58")).toBeInViewport();
});

test("⇧N opens the next unread chat, also one that was never loaded, and then the first again", async ({
  page,
  vendor,
  desk,
}) => {
  await people(vendor, 130);
  await sql(
    desk,
    `UPDATE "Chat" c SET "unreadCount" = 0, "readSequence" = 1000000000 FROM "Message" m
     WHERE m."id" = c."lastMessageId" AND m."text" NOT IN ('Hello 128', 'Hello 3')`,
  );
  await page.goto("/inbox");
  await expect(row(page, "Person 130")).toBeVisible();
  await untilKeysWork(page);
  const open = (name: string) => expect(page.getByRole("heading", { name, level: 2 })).toBeVisible();
  await page.keyboard.press("Shift+N");
  await open("Person 128");
  await expect(row(page, "Person 128")).not.toHaveAccessibleName(/unread/);
  await page.keyboard.press("Shift+N");
  await open("Person 3");
  await page.keyboard.press("Shift+U");
  await page.keyboard.press("Escape");
  await row(page, "Person 130").focus();
  await page.keyboard.press("Shift+U");
  await expect(row(page, "Person 130")).toHaveAccessibleName(/1 unread/);
  await page.keyboard.press("j");
  await page.keyboard.press("Shift+N");
  await open("Person 3");
});

test("⇧I and ⇧U mark the row in focus, and the open chat stays as it is", async ({ page, vendor }) => {
  const account = vendor.account();
  await vendor.says(vendor.chat({ account, people: ["Ben Osei"] }), "Hello", { minutesAgo: 2 });
  await vendor.says(vendor.chat({ account, people: ["Ana Ribeiro"] }), "Hello", { minutesAgo: 1 });
  await page.goto("/inbox");
  await untilKeysWork(page);
  await row(page, "Ben Osei").focus();
  await page.keyboard.press("Shift+I");
  await expect(row(page, "Ben Osei")).not.toHaveAccessibleName(/unread/);
  await expect(row(page, "Ana Ribeiro")).toHaveAccessibleName(/1 unread/);
  await page.keyboard.press("Shift+U");
  await expect(row(page, "Ben Osei")).toHaveAccessibleName(/1 unread/);
  await page.reload();
  await expect(row(page, "Ben Osei")).toHaveAccessibleName(/1 unread/);
});

test("more that cannot be loaded says so, and is there when it can", async ({ page, vendor }) => {
  await people(vendor, 70);
  let isAway = true;
  await page.route(/api\/chats\?.*cursor=/, (route) =>
    isAway ? route.fulfill({ status: 503, json: { title: "Away" } }) : route.continue(),
  );
  await page.goto("/inbox");
  await rows(page).first().hover();
  await page.mouse.wheel(0, 8_000);
  await expect(page.getByText("More chats could not be loaded.")).toBeVisible();
  isAway = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(rows(page).last()).toHaveAttribute("aria-setsize", "70");
});
