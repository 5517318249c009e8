import { expect } from "@playwright/test";
import { test } from "./desk";

test("a chat that is opened and seen to its end is read for the team", async ({ page, vendor, context }) => {
  const chat = vendor.chat();
  await vendor.says(chat, "Hello");
  await vendor.says(chat, "Anybody there?");
  const colleague = await context.newPage();
  await colleague.goto("/inbox");
  await expect(colleague.getByRole("option", { name: /2 unread/ })).toBeVisible();
  await page.goto("/inbox");
  await page.bringToFront();
  await page.getByRole("option", { name: /2 unread/ }).click();
  await expect(page.getByRole("option", { name: /unread/ })).toHaveCount(0);
  await expect(page.getByRole("option", { name: /waiting for/ })).toBeVisible();
  await expect(colleague.getByRole("option", { name: /unread/ })).toHaveCount(0);
});

test("a chat that is not read to its end stays unread", async ({ page, vendor }) => {
  const chat = vendor.chat();
  await vendor.saysAll(
    chat,
    Array.from({ length: 40 }, (_, place) => `Line ${place + 1}`),
  );
  const marks: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/read-mark")) marks.push(request.url());
  });
  await page.goto("/inbox");
  await page.getByRole("option").click();
  await expect(page.getByText("Line 1", { exact: true })).toBeInViewport();
  await page.waitForResponse((response) => response.url().endsWith("/api/chats"));
  expect(marks).toEqual([]);
  await page.getByRole("button", { name: "40 new" }).click();
  await expect(page.getByRole("option", { name: /unread/ })).toHaveCount(0);

  await page.getByRole("region", { name: "Messages" }).hover();
  await page.mouse.wheel(0, -900);
  await expect(page.getByRole("button", { name: "To the end" })).toBeVisible();
  await vendor.says(chat, "Line 41");
  await expect(page.getByRole("option", { name: /1 unread/ })).toBeVisible();
  await page.getByRole("button", { name: "1 new" }).click();
  await expect(page.getByRole("option", { name: /unread/ })).toHaveCount(0);
});

test("a button marks it unread, and it stays so until it is opened again", async ({ page, vendor }) => {
  const chat = vendor.chat({ people: ["Ana Ribeiro"] });
  const other = vendor.chat({ people: ["Ben Osei"] });
  await vendor.says(other, "Hello from Ben", { minutesAgo: 5 });
  await vendor.says(chat, "Hello from Ana");
  await page.goto("/inbox");
  const ana = page.getByRole("option", { name: /^Ana/ });
  await ana.click();
  await expect(ana).not.toHaveAccessibleName(/unread/);
  await page.getByRole("button", { name: "Mark unread" }).click();
  await expect(ana).toHaveAccessibleName(/1 unread/);
  await page.reload();
  await expect(ana).not.toHaveAccessibleName(/unread/);
  await page.keyboard.press("Shift+U");
  await expect(ana).toHaveAccessibleName(/1 unread/);
  await page.getByRole("option", { name: /^Ben/ }).click();
  await expect(page.getByRole("option", { name: /^Ben/ })).not.toHaveAccessibleName(/unread/);
  await expect(ana).toHaveAccessibleName(/1 unread/);
});

test("our own answer from the phone shows on our side, adds no unread and ends the waiting", async ({
  page,
  vendor,
}) => {
  const chat = vendor.chat();
  await vendor.says(chat, "Is it free?", { minutesAgo: 3 });
  await vendor.answers(chat, "Yes, from noon.");
  await page.goto("/inbox");
  const row = page.getByRole("option", { name: /You: Yes, from noon\.$/ });
  await expect(row).toBeVisible();
  await expect(row).not.toHaveAccessibleName(/waiting/);
  await row.click();
  await expect(page.getByRole("article", { name: "You" })).toContainText("Yes, from noon.");
});

test("among the unread, the chat that is being read keeps its row until it is left", async ({ page, vendor }) => {
  await vendor.says(vendor.chat({ people: ["Ben Osei"] }), "Hello from Ben", { minutesAgo: 5 });
  await vendor.says(vendor.chat({ people: ["Ana Ribeiro"] }), "Hello from Ana");
  await page.goto("/inbox?unread=true");
  const ana = page.getByRole("option", { name: /^Ana/ });
  await ana.click();
  await expect(ana).not.toHaveAccessibleName(/unread/);
  await page.waitForResponse(
    (response) => response.url().includes("/api/chats?unread=true") && response.status() === 200,
  );
  await expect(page.getByRole("link", { name: "Unread 1" })).toBeVisible();
  await expect(page.getByRole("option")).toHaveCount(2);
  await page.getByRole("option", { name: /^Ben/ }).click();
  await page.getByRole("region", { name: "Messages" }).hover();
  await expect(ana).toHaveCount(0);
});
