import { expect } from "@playwright/test";
import { withClient } from "../scripts/database.mjs";
import { addUser } from "../scripts/users.mjs";
import { test } from "./desk";

test("from waiting for the first event to received, by the sample, and away with it again", async ({ page, desk }) => {
  await page.goto("/settings/webhook");
  await expect(page.getByRole("status").filter({ hasText: "Waiting for the first event" })).toBeVisible();
  await expect(page.getByText(`${desk.url}/api/webhooks/postpress`)).toBeVisible();
  await expect(page.getByText(desk.secret)).toHaveCount(0);
  await page.getByRole("button", { name: "Show secret" }).click();
  await expect(page.getByText(desk.secret)).toBeVisible();

  await page.getByRole("button", { name: "Send the sample" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Received" })).toBeVisible();
  await expect(page.getByText("test account")).toBeVisible();
  await page.getByRole("link", { name: "Open its chat" }).click();
  await expect(page.getByRole("article", { name: "You" })).toContainText("Hello World!");
  await expect(page.getByRole("option", { name: /LinkedIn.*You: Hello World!$/ })).toBeVisible();

  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Clear test data" }).click();
  await expect(page.getByText("The test data is gone.")).toBeVisible();
  await page.getByRole("link", { name: "Inbox" }).click();
  await expect(page.getByText("No messages yet")).toBeVisible();
});

test("the URL and the secret can be copied", async ({ page, context, desk }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/settings/webhook");
  await page.getByRole("button", { name: "Copy secret" }).click();
  await expect(page.getByRole("button", { name: "secret copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(desk.secret);
});

test("a delivery that was not understood is listed with the fields, and replay changes nothing twice", async ({
  page,
  vendor,
}) => {
  await vendor.says(vendor.chat(), "Hello");
  await vendor.send({ event: "message_received", account_id: "a", message_id: "m" });
  await page.goto("/settings/deliveries");
  await expect(page.getByRole("link", { name: "All 2" })).toBeVisible();
  await page.getByRole("link", { name: "Quarantined 1" }).click();
  await expect(page).toHaveURL(/state=quarantined/);
  const row = page.getByRole("list", { name: "Deliveries" }).getByRole("group");
  await expect(row).toHaveCount(1);
  await row.getByText("Quarantined").click();
  await expect(row.getByRole("list", { name: "Refused fields" })).toContainText("chat_id");

  await page.getByRole("link", { name: "Applied 1" }).click();
  await expect(page).toHaveURL(/state=applied/);
  await expect(row).toContainText("Applied");
  await row.getByText("message_received").click();
  await row.getByRole("button", { name: "Replay" }).click();
  await expect(row.getByText("Replayed.")).toBeVisible();
  await page.getByRole("link", { name: "Inbox" }).click();
  await expect(page.getByRole("option")).toHaveCount(1);
  await expect(page.getByRole("option", { name: /1 unread.*Hello$/ })).toBeVisible();
});

test("a new password has to be a good one, and the old one has to be right", async ({ page }) => {
  await page.goto("/settings/account");
  await expect(page.getByText("Ines Moreau · ines@tandem.example · owner")).toBeVisible();
  await page.getByLabel("Current password").fill("not my password");
  await page.getByLabel("New password").fill("short");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Use at least 12 characters.")).toBeVisible();
  await expect(page.getByLabel("New password")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("New password").fill("four wheels and a horn");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("This is not your current password.")).toBeVisible();
});

test.describe("an agent", () => {
  test.use({ isSignedIn: false });

  test("changes their own password, and sees neither the secret nor the deliveries", async ({ page, desk }) => {
    const agent = {
      email: `agent-${Date.now()}@tandem.example`,
      name: "Omar Haddad",
      role: "agent",
      password: "two wheels and a basket",
    };
    await withClient(desk.databaseUrl, (client: unknown) => addUser(client, agent));
    await page.goto("/settings/account");
    await page.getByLabel("E-mail").fill(agent.email);
    await page.getByLabel("Password", { exact: true }).fill(agent.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/settings\/account$/);
    await expect(page.getByRole("link", { name: "Webhook" })).toHaveCount(0);
    await page.getByLabel("Current password").fill(agent.password);
    await page.getByLabel("New password").fill("one wheel and a lot of courage");
    await page.getByRole("button", { name: "Change password" }).click();
    await expect(page.getByText("Your password is changed. Other sessions have ended.")).toBeVisible();
    await page.goto("/settings/webhook");
    await expect(page).toHaveURL(/\/inbox$/);
    await page.getByRole("link", { name: "Settings" }).click();
    await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  });
});
