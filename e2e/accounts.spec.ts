import { expect } from "@playwright/test";
import { test } from "./desk";
import { untilKeysWork } from "./desk";

test("an account that is signed out is flagged, and is connected again through postpress’s page", async ({
  page,
  context,
  vendor,
}) => {
  const account = vendor.account({ name: "Tandem Desk" });
  await vendor.says(vendor.chat({ account }), "Hello");
  await vendor.changes(account, "CREDENTIALS");
  await page.goto("/settings/accounts");
  const card = page.getByRole("listitem", { name: "Tandem Desk" });
  await expect(card.getByText("Signed out", { exact: true })).toBeVisible();
  await expect(card.getByText("WhatsApp has signed it out, so nothing new arrives.")).toBeVisible();
  await expect(card.getByText(`+${account.phoneNumber ?? ""}`)).toBeVisible();

  const [tab] = await Promise.all([
    context.waitForEvent("page"),
    card.getByRole("button", { name: "Reconnect" }).click(),
  ]);
  await expect(tab.getByRole("heading", { name: "Reconnect WHATSAPP" })).toBeVisible();
  expect(await tab.evaluate(() => window.opener)).toBeNull();
  await tab.getByRole("button", { name: "Sign in" }).click();
  await expect(tab).toHaveURL(/\/settings\/accounts\?signIn=done$/);
  await expect(tab.getByText("Signed in at postpress.")).toBeVisible();
  await expect(card.getByText("Connected", { exact: true })).toBeVisible();
});

test("a new account is connected, named, coloured, and removed while its chats stay", async ({
  page,
  context,
  vendor,
}) => {
  const account = vendor.account({ name: "Tandem & Co Rental", provider: "TELEGRAM" });
  await vendor.says(vendor.chat({ account }), "Hello");
  await page.goto("/settings/accounts");
  await page.getByLabel("Network").selectOption("LinkedIn");
  const [tab] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("button", { name: "Connect", exact: true }).click(),
  ]);
  await tab.getByRole("button", { name: "Sign in" }).click();
  await tab.close();
  await expect(page.getByRole("listitem", { name: "New Desk" }).getByText("Connected", { exact: true })).toBeVisible();

  const card = page.getByRole("listitem", { name: "Tandem & Co Rental" });
  await card.getByText("Name and colour").click();
  await card.getByLabel("Short name").fill("Rental");
  await card.getByRole("radio", { name: "Teal" }).check();
  await card.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Rental", exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Inbox" }).click();
  await expect(page.getByRole("link", { name: /^Rental, Telegram/ })).toBeVisible();
  await expect(page.getByRole("option", { name: /, Telegram, Rental, / })).toBeVisible();

  await page.goto("/settings/accounts");
  await untilKeysWork(page);
  await page.getByRole("listitem", { name: "Rental" }).getByRole("button", { name: "Remove…" }).click();
  const dialog = page.getByRole("dialog", { name: "Remove Rental" });
  await expect(dialog.getByRole("button", { name: "Keep it" })).toBeFocused();
  await dialog.getByRole("button", { name: "Remove the account" }).click();
  await expect(page.getByRole("listitem", { name: "Rental" }).getByText("Removed", { exact: true })).toBeVisible();
  await expect(page.getByRole("listitem", { name: "Rental" }).getByRole("button", { name: "Reconnect" })).toHaveCount(
    0,
  );
  await page.getByRole("link", { name: "Inbox" }).click();
  await expect(page.getByRole("option", { name: /Hello$/ })).toBeVisible();
});

test("a sign-in that fails says so and changes nothing", async ({ page, context }) => {
  await page.goto("/settings/accounts");
  await expect(page.getByText("No account yet")).toBeVisible();
  const [tab] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("button", { name: "Connect", exact: true }).click(),
  ]);
  await tab.getByRole("button", { name: "Fail" }).click();
  await expect(tab.getByText("The sign-in did not work.")).toBeVisible();
  await expect(page.getByText("No account yet")).toBeVisible();
});

test("the webhooks are registered by a click, and then told as right", async ({ page }) => {
  await page.goto("/settings/webhook");
  const list = page.getByRole("list", { name: "Webhooks at postpress" });
  await expect(list.getByText("Not registered")).toHaveCount(2);
  await page.getByRole("button", { name: "Register the webhooks" }).click();
  await expect(list.getByText("6 of 6 events subscribed")).toBeVisible();
  await expect(list.getByText("Account status: Registered")).toBeVisible();
  await expect(page.getByRole("button", { name: "Register the webhooks" })).toBeDisabled();
});

test("without an answer of postpress the accounts stay as they are, and the button says why", async ({
  page,
  vendor,
}) => {
  await vendor.says(vendor.chat(), "Hello");
  const card = page.getByRole("list", { name: "Accounts" }).getByRole("listitem");
  vendor.api.misbehave("accounts", "broken");
  await page.goto("/settings/accounts");
  await expect(card).toBeVisible();
  await page.getByRole("button", { name: "Ask postpress" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("postpress refused.");
  vendor.api.behave("accounts");
  await page.getByRole("button", { name: "Ask postpress" }).click();
  await expect(page.getByText("postpress was asked just now.")).toBeVisible();
  await expect(card.getByText("Connected", { exact: true })).toBeVisible();
});

test("what was missed is found by a click and filled in once, as news", async ({ page, vendor }) => {
  const chat = vendor.chat();
  await vendor.says(chat, "Hello");
  vendor.missed(chat, "Anybody there?");
  vendor.missed(vendor.chat({ account: chat.account, people: ["Ben Osei"] }), "Is the tandem free?");
  await page.goto("/settings/accounts");
  const look = page.getByRole("button", { name: "Look for missed messages" });
  await look.click();
  await expect(page.getByText("Compared with postpress: 2 messages found and filled in.")).toBeVisible();
  await look.click();
  await expect(page.getByText("Compared with postpress: nothing was missing.")).toBeVisible();
  await page.getByRole("link", { name: "Inbox" }).click();
  await expect(page.getByRole("option")).toHaveCount(2);
  await expect(page.getByRole("option", { name: /2 unread.*Anybody there\?$/ })).toBeVisible();
  await expect(page.getByRole("option", { name: /1 unread.*Is the tandem free\?$/ })).toBeVisible();
});

test("older messages are loaded from the network at the beginning of a chat, which keeps its place", async ({
  page,
  vendor,
}) => {
  const chat = vendor.chat();
  for (let minutesAgo = 90; minutesAgo > 30; minutesAgo -= 1)
    vendor.missed(chat, `Line ${String(minutesAgo)}`, { minutesAgo });
  await vendor.says(chat, "Hello");
  await page.goto("/inbox");
  await page.getByRole("option", { name: /Hello$/ }).click();
  await page.getByRole("button", { name: "Load older from WhatsApp" }).click();
  await expect(page.getByText("Line 31", { exact: true })).toBeVisible();
  await expect(page.getByRole("article").filter({ hasText: "Hello" })).toBeInViewport();
  await expect(page.getByRole("option", { name: /1 unread|Hello$/ })).toHaveCount(1);
  const top = page.getByRole("region", { name: "Messages" });
  const load = page.getByRole("button", { name: "Load older from WhatsApp" });
  await expect(async () => {
    await top.evaluate((box) => box.scrollTo({ top: -box.scrollHeight }));
    await load.click({ timeout: 1_000 });
    await expect(page.getByText("This is where the chat begins at WhatsApp.")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await top.evaluate((box) => box.scrollTo({ top: -box.scrollHeight }));
  await expect(page.getByText("Line 90", { exact: true })).toBeVisible();
  await expect(load).toHaveCount(0);
});
