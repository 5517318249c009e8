import { expect, type Page } from "@playwright/test";
import { test } from "./desk";
import type { Vendor } from "./vendor";

/** Two networks, three accounts, four chats of which three are unread. */
async function threeAccounts(vendor: Vendor): Promise<void> {
  const desk = vendor.account({ name: "Tandem Desk" });
  const workshop = vendor.account({ name: "Workshop" });
  const telegram = vendor.account({ provider: "TELEGRAM", name: "Harbour" });
  const inWorkshop = vendor.chat({ account: workshop, people: ["Ben Osei"] });
  await vendor.answers(inWorkshop, "An account has its name from what it writes", { minutesAgo: 9 });
  await vendor.says(vendor.chat({ account: desk, people: ["Ana Ribeiro"] }), "One", { minutesAgo: 8 });
  await vendor.says(inWorkshop, "Two", { minutesAgo: 6 });
  const harbour = vendor.chat({ account: telegram, people: ["Chiara Lindqvist"] });
  await vendor.answers(harbour, "Good morning", { minutesAgo: 5 });
  await vendor.says(harbour, "Three", { minutesAgo: 4 });
  const answered = vendor.chat({ account: desk, people: ["Emi Sasaki"] });
  await vendor.answers(answered, "Four", { minutesAgo: 2 });
}

const names = async (page: Page) =>
  (await page.getByRole("option").evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label") ?? ""))).map(
    (name) => name.split(",")[0],
  );

test("networks, accounts and unread narrow the list, each with its count, and the address restores them", async ({
  page,
  vendor,
}) => {
  await threeAccounts(vendor);
  await page.goto("/inbox");
  await expect(page.getByRole("option")).toHaveCount(4);
  const filters = page.getByRole("navigation", { name: "Filters" });
  await expect(filters.getByRole("link", { name: "Unread 3" })).toBeVisible();

  await page.getByRole("button", { name: "Filter", exact: true }).click();
  const menu = page.getByRole("dialog", { name: "Filter chats" });
  await expect(menu.getByRole("link", { name: "WhatsApp 2 unread" })).toBeVisible();
  await expect(menu.getByRole("link", { name: /Harbour.*1 unread/ })).toBeVisible();
  await menu.getByRole("link", { name: "WhatsApp 2 unread" }).click();
  await expect(menu).toBeHidden();
  await expect(page).toHaveURL(/provider=WHATSAPP/);
  await expect.poll(() => names(page)).toEqual(["Emi Sasaki", "Ben Osei", "Ana Ribeiro"]);

  await filters.getByRole("link", { name: "Unread 2" }).click();
  await expect.poll(() => names(page)).toEqual(["Ben Osei", "Ana Ribeiro"]);
  await page.reload();
  await expect.poll(() => names(page)).toEqual(["Ben Osei", "Ana Ribeiro"]);
  await expect(filters.getByRole("link", { name: "Unread 2" })).toHaveAttribute("aria-current", "true");

  await page.getByRole("button", { name: "Clear filter: WhatsApp" }).click();
  await expect.poll(() => names(page)).toEqual(["Chiara Lindqvist", "Ben Osei", "Ana Ribeiro"]);
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await menu.getByRole("link", { name: /Workshop/ }).click();
  await expect.poll(() => names(page)).toEqual(["Ben Osei"]);
  await page.goBack();
  await expect.poll(() => names(page)).toEqual(["Chiara Lindqvist", "Ben Osei", "Ana Ribeiro"]);
});

test("a filter that nothing matches says so and can be cleared", async ({ page, vendor }) => {
  await vendor.says(vendor.chat(), "Hello");
  await page.goto("/inbox?provider=INSTAGRAM");
  await expect(page.getByText("No chat matches this filter")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page.getByRole("option")).toHaveCount(1);
});

test("a network we do not know shows by its own word", async ({ page, vendor }) => {
  await vendor.says(vendor.chat(), "Hello", {
    raw: { account_type: "SLACK", account_info: { type: "SLACK", user_id: "U1" } },
  });
  await page.goto("/inbox");
  await expect(page.getByRole("option", { name: /^Ana Ribeiro, Slack,/ })).toBeVisible();
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("link", { name: "Slack 1 unread", exact: true }).click();
  await expect(page).toHaveURL(/provider=SLACK/);
  await expect(page.getByRole("option")).toHaveCount(1);
});

test("a long list loads on as it is scrolled, without doubles", async ({ page, vendor }) => {
  const account = vendor.account();
  const many = Array.from({ length: 70 }, (_, place) => vendor.chat({ account, people: [`Person ${place + 1}`] }));
  await Promise.all(many.map((chat, place) => vendor.says(chat, `Hello ${place + 1}`, { minutesAgo: 100 - place })));
  await page.goto("/inbox");
  await expect(page.getByRole("option").first()).toHaveAccessibleName(/^Person 70,/);
  await page.getByRole("option").first().hover();
  await expect(async () => {
    await page.mouse.wheel(0, 4000);
    await expect(page.getByRole("option", { name: /^Person 1,/ })).toBeInViewport({ timeout: 500 });
  }).toPass();
  await expect(page.getByRole("option")).toHaveCount(70);
});

test("when the server cannot answer, the list stays and says that it is reconnecting", async ({ page, vendor }) => {
  await vendor.says(vendor.chat(), "Hello");
  await page.goto("/inbox");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.route("**/api/chats*", (route) =>
    route.fulfill({ status: 503, contentType: "application/problem+json", body: '{"title":"Away"}' }),
  );
  await expect(page.getByText("Reconnecting…")).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.unroute("**/api/chats*");
  await expect(page.getByText("Reconnecting…")).toBeHidden({ timeout: 15_000 });
});

test("a list that cannot be loaded says why and tries again", async ({ page, vendor }) => {
  await vendor.says(vendor.chat(), "Hello");
  await page.route("**/api/chats?provider=*", (route) =>
    route.fulfill({
      status: 503,
      contentType: "application/problem+json",
      body: '{"title":"The database cannot be reached right now."}',
    }),
  );
  await page.goto("/inbox?provider=no%20such%20network");
  await expect(page.getByRole("alert").getByText("The chats could not be loaded")).toBeVisible();
  await expect(page.getByText("The database cannot be reached right now.")).toBeVisible();
  await page.unroute("**/api/chats?provider=*");
  await page.route("**/api/chats?provider=*", (route) => route.fulfill({ json: { items: [], nextCursor: null } }));
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("No chat matches this filter")).toBeVisible();
});
