import { expect, type Page } from "@playwright/test";
import { test } from "./desk";
import type { Vendor } from "./vendor";

/** Three unread chats at two accounts, and one that was answered. */
async function fill(vendor: Vendor): Promise<void> {
  const desk = vendor.account();
  const harbour = vendor.account({ provider: "TELEGRAM", name: "Harbour" });
  await vendor.says(vendor.chat({ account: desk, people: ["Ben Osei"] }), "One", { minutesAgo: 4 });
  await vendor.says(vendor.chat({ account: desk, people: ["Ana Ribeiro"] }), "Two", { minutesAgo: 3 });
  await vendor.says(vendor.chat({ account: harbour, people: ["Chiara Lindqvist"] }), "Three", { minutesAgo: 2 });
  await vendor.answers(vendor.chat({ account: harbour, people: ["Emi Sasaki"] }), "Four", { minutesAgo: 1 });
}

const icon = (page: Page) => page.locator('head link[rel="icon"]').first();

/** What the installed app would show, as it was told last. */
const appBadge = (page: Page) => page.evaluate(() => document.documentElement.dataset.appBadge);

test.beforeEach(async ({ page, vendor }) => {
  await page.addInitScript(() => {
    const show = (count: string) => {
      document.documentElement.dataset.appBadge = count;
      return Promise.resolve();
    };
    Object.assign(navigator, {
      setAppBadge: (count: number) => show(String(count)),
      clearAppBadge: () => show("none"),
    });
  });
  await fill(vendor);
});

test("the title counts the whole inbox, whatever filter is shown, and equals what the filters add up to", async ({
  page,
}) => {
  await page.goto("/inbox");
  await expect(page).toHaveTitle("(3) Inbox · Postroom");
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  const menu = page.getByRole("dialog", { name: "Filter chats" });
  await expect(menu.getByRole("link", { name: "All networks 3 unread" })).toBeVisible();
  await menu.getByRole("link", { name: "Telegram 1 unread" }).click();
  await expect(page.getByRole("option")).toHaveCount(2);
  await expect(page).toHaveTitle("(3) Inbox · Postroom");
  expect(await appBadge(page)).toBe("3");
});

test("the settings show it too, and another page's title keeps its words", async ({ page }) => {
  await page.goto("/inbox");
  await expect(page).toHaveTitle("(3) Inbox · Postroom");
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page).toHaveTitle("(3) Webhook · Postroom");
  await page.getByRole("link", { name: "Your account" }).click();
  await expect(page).toHaveTitle("(3) Your account · Postroom");
  await expect(icon(page)).toHaveAttribute("href", /\/icons\/unread\.svg$/);
});

test("title, icon and badge follow what is read and what comes, and are bare when all is read", async ({
  page,
  vendor,
  request,
}) => {
  await page.goto("/inbox");
  await expect(icon(page)).toHaveAttribute("href", /\/icons\/unread\.svg$/);
  expect((await request.get("/icons/unread.svg")).headers()["content-type"]).toContain("image/svg+xml");
  for (const [place, name] of ["Ben", "Ana", "Chiara"].entries()) {
    await page.getByRole("option", { name: new RegExp(`^${name}`) }).click();
    await expect(page).toHaveTitle(place === 2 ? "Inbox · Postroom" : `(${String(2 - place)}) Inbox · Postroom`);
  }
  await expect(icon(page)).toHaveAttribute("href", /\/icon\.svg/);
  await expect.poll(() => appBadge(page)).toBe("none");

  await vendor.says(vendor.chat({ people: ["Kwame Asante"] }), "Five");
  await expect(page).toHaveTitle("(1) Inbox · Postroom");
  await expect(icon(page)).toHaveAttribute("href", /\/icons\/unread\.svg$/);
  await expect.poll(() => appBadge(page)).toBe("1");
});
