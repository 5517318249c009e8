import { expect, type Page } from "@playwright/test";
import { sql, test } from "./desk";
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

/** A LinkedIn account with two inboxes, one of them with two unread chats, beside a WhatsApp one. */
async function twoInboxes(vendor: Vendor): Promise<void> {
  const mara = vendor.account({ provider: "LINKEDIN", name: "Mara Velasco" });
  const recruiter = { raw: { folder: ["INBOX", "INBOX_LINKEDIN_RECRUITER"] } };
  const chats = ["Ana Ribeiro", "Ben Osei", "Emi Sasaki"].map((name) => vendor.chat({ account: mara, people: [name] }));
  await vendor.answers(chats[2]!, "Good morning", { minutesAgo: 9 });
  await vendor.says(chats[0]!, "One", { minutesAgo: 8, ...recruiter });
  await vendor.says(chats[1]!, "Two", { minutesAgo: 7, ...recruiter });
  await vendor.says(chats[2]!, "Three", { minutesAgo: 6 });
  const desk = vendor.chat({ account: vendor.account({ name: "Tandem Desk" }), people: ["Chiara Lindqvist"] });
  await vendor.answers(desk, "Good morning", { minutesAgo: 5 });
  await vendor.says(desk, "Four", { minutesAgo: 4 });
}

test("each account and each of its inboxes is one click away, and their counts add up", async ({ page, vendor }) => {
  await twoInboxes(vendor);
  await page.goto("/inbox");
  const strip = page.getByRole("toolbar", { name: "Accounts" });
  const filters = page.getByRole("navigation", { name: "Filters" });
  await expect(filters.getByRole("link", { name: "Unread 4" })).toBeVisible();
  await expect(strip.getByRole("link", { name: "Mara Velasco, LinkedIn, 3 unread" })).toBeVisible();
  await expect(strip.getByRole("link", { name: "Mara Velasco, LinkedIn, Classic, 1 unread" })).toBeVisible();
  await expect(strip.getByRole("link", { name: "Tandem Desk, WhatsApp, 1 unread" })).toBeVisible();

  await strip.getByRole("link", { name: "Mara Velasco, LinkedIn, Recruiter, 2 unread" }).click();
  await expect.poll(() => names(page)).toEqual(["Ben Osei", "Ana Ribeiro"]);
  await expect(page).toHaveURL(/accountId=.*folder=INBOX_LINKEDIN_RECRUITER/);
  await expect(filters.getByRole("link", { name: "Unread 2" })).toBeVisible();
  await expect(filters.getByRole("link", { name: "All 2" })).toBeVisible();
  await page.reload();
  await expect.poll(() => names(page)).toEqual(["Ben Osei", "Ana Ribeiro"]);

  await page.getByRole("button", { name: "Filter", exact: true }).click();
  const menu = page.getByRole("dialog", { name: "Filter chats" });
  await expect(menu.getByRole("link", { name: "Recruiter 2 unread" })).toHaveAttribute("aria-current", "true");
  await menu.getByRole("link", { name: "LinkedIn 3 unread", exact: true }).click();
  await expect.poll(() => names(page)).toEqual(["Emi Sasaki", "Ben Osei", "Ana Ribeiro"]);

  await strip.getByRole("link", { name: /^Tandem Desk/ }).click();
  await expect.poll(() => names(page)).toEqual(["Chiara Lindqvist"]);
  await strip.getByRole("link", { name: /^Tandem Desk/ }).click();
  await expect(page).toHaveURL(/\/inbox$/);
  await expect.poll(() => names(page)).toHaveLength(4);
});

test("view, unread, network, account and inbox combine, and the address restores all of it", async ({
  page,
  vendor,
}) => {
  await twoInboxes(vendor);
  await page.goto("/inbox");
  await page.getByRole("link", { name: "Mara Velasco, LinkedIn, Recruiter, 2 unread" }).click();
  await page.getByRole("link", { name: "Waiting 2" }).click();
  await page.getByRole("option", { name: /^Ana/ }).click();
  await expect(page.getByRole("option", { name: /^Ana/ })).not.toHaveAccessibleName(/unread/);
  await page.getByRole("link", { name: "Unread 1" }).click();
  await expect(page).toHaveURL(/view=waiting.*accountId=.*folder=.*unread=true.*chat=/);
  await page.getByRole("region", { name: "Messages" }).hover();
  await page.reload();
  await expect.poll(() => names(page)).toEqual(["Ben Osei"]);
  await expect(page.getByRole("heading", { name: "Ana Ribeiro", level: 2 })).toBeVisible();
});

test("the accounts are one Tab stop, and the arrows move among them", async ({ page, vendor }) => {
  await twoInboxes(vendor);
  await page.goto("/inbox");
  const strip = page.getByRole("toolbar", { name: "Accounts" });
  await strip.getByRole("link").first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(strip.getByRole("link", { name: /Classic/ })).toBeFocused();
  await page.keyboard.press("End");
  await expect(strip.getByRole("link", { name: /^Tandem Desk/ })).toBeFocused();
  await page.keyboard.press("Tab");
  expect(await strip.locator(":focus").count()).toBe(0);
});

test("an account that is signed out says so where it is chosen and above its list", async ({ page, vendor }) => {
  const desk = vendor.account({ name: "Tandem Desk" });
  const chat = vendor.chat({ account: desk });
  await vendor.answers(chat, "Good morning", { minutesAgo: 2 });
  await vendor.says(vendor.chat({ account: vendor.account({ provider: "TELEGRAM" }) }), "Hello");
  await vendor.changes(desk, "CREDENTIALS");
  await page.goto("/inbox");
  await page.getByRole("link", { name: "Tandem Desk, WhatsApp, reconnect" }).click();
  await expect(page.getByText("WhatsApp has signed Tandem Desk out, so nothing new arrives.")).toBeVisible();
  await expect(page.getByText("What was received until then is here. Reconnect it at postpress.")).toBeVisible();
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Filter chats" }).getByText("reconnect")).toBeVisible();
  await page.keyboard.press("Escape");
  await vendor.changes(desk, "OK");
  await expect(page.getByText(/has signed Tandem Desk out/)).toHaveCount(0);
});

test("an account that has fallen silent is marked, until something arrives", async ({ page, vendor, desk }) => {
  const chat = vendor.chat({ account: vendor.account({ name: "Tandem Desk" }) });
  await vendor.answers(chat, "Good morning");
  await vendor.says(vendor.chat({ account: vendor.account({ provider: "TELEGRAM" }) }), "Hello");
  await vendor.changes(chat.account, "OK");
  await sql(
    desk,
    `UPDATE "Account" SET "lastEventAt" = now() - interval '2 days' WHERE "name" = 'Tandem Desk';
     INSERT INTO "AccountHour" SELECT "id", extract(epoch FROM now())::int / 3600 - 48 - n
     FROM "Account", generate_series(0, 600) n WHERE "name" = 'Tandem Desk'`,
  );
  await page.goto("/inbox");
  await page.getByRole("link", { name: "Tandem Desk, WhatsApp, quiet" }).click();
  await expect(page.getByText(/nothing has arrived for 2 d: longer than usual at these hours\./)).toBeVisible();
  await vendor.says(chat, "I am back");
  await expect(page.getByText(/nothing has arrived/)).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Tandem Desk, WhatsApp, 1 unread" })).toBeVisible();
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

test("a long list loads on as it is scrolled, to its end", async ({ page, vendor }) => {
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
  await expect(page.getByRole("option").last()).toHaveAttribute("aria-posinset", "70");
  await expect(page.getByRole("option").last()).toHaveAttribute("aria-setsize", "70");
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
