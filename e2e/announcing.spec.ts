import { expect, type Page } from "@playwright/test";
import { test } from "./desk";

const news = (page: Page) => page.getByRole("status", { name: "News" });

/** Whatever speaks by itself when it changes, and holds rows or messages: it would read itself out. */
const speakingLists = (page: Page) =>
  page
    .locator("[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log]")
    .filter({ has: page.locator("[role=option], [role=article], article, li") })
    .count();

test("one message is told with who and where, several in one sentence, and old ones are not told", async ({
  page,
  vendor,
}) => {
  const account = vendor.account();
  const [ana, ben, chiara] = ["Ana Ribeiro", "Ben Osei", "Chiara Lindqvist"].map((name) =>
    vendor.chat({ account, people: [name] }),
  );
  await vendor.says(ana!, "Hello", { minutesAgo: 9 });
  await vendor.says(ben!, "Hello", { minutesAgo: 8 });
  await page.goto("/inbox");
  await expect(page.getByRole("option")).toHaveCount(2);
  await expect(news(page)).toBeEmpty();

  await vendor.says(ana!, "Still there?", { minutesAgo: 1 });
  await expect(news(page)).toHaveText("New message from Ana Ribeiro, WhatsApp");
  await page.route("**/api/chats?*", (route) => route.abort());
  await page.route("**/api/chats", (route) => route.abort());
  await vendor.says(ben!, "Me too");
  await vendor.says(chiara!, "And me");
  await page.unrouteAll();
  await expect(news(page)).toHaveText("New messages in 2 chats");
  expect(await speakingLists(page)).toBe(0);
});

test("no list and no chat speaks by itself, and an answer of our own is no news", async ({ page, vendor }) => {
  const chat = vendor.chat();
  await vendor.says(chat, "Hello", { minutesAgo: 2 });
  await page.goto("/inbox");
  await page.getByRole("option").click();
  await expect(page.getByRole("article")).toHaveCount(1);
  await vendor.answers(chat, "Good morning");
  await expect(page.getByRole("article", { name: "You" })).toBeVisible();
  await expect(news(page)).toBeEmpty();
  await expect(page.locator("[aria-live], [role=status], [role=log]")).not.toHaveCount(0);
  expect(await speakingLists(page)).toBe(0);
});
