import { expect, type Page } from "@playwright/test";
import { test } from "./desk";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test("one column: the list leads to the chat and back", async ({ page, vendor }) => {
  await vendor.says(vendor.chat({ people: ["Ben Osei"] }), "Hello", { minutesAgo: 2 });
  await vendor.says(vendor.chat({ people: ["Ana Ribeiro"] }), "Hello", { minutesAgo: 1 });
  await page.goto("/inbox");
  const list = page.getByRole("listbox", { name: "Chats" });
  await page.getByRole("option", { name: /^Ana/ }).tap();
  await expect(page.getByRole("heading", { name: "Ana Ribeiro", level: 2 })).toBeVisible();
  await expect(list).toBeHidden();
  await expect(page.getByRole("link", { name: "Settings" })).toBeHidden();
  await page.getByRole("button", { name: "Back to the list" }).tap();
  await expect(list).toBeVisible();
  await page.getByRole("option", { name: /^Ben/ }).tap();
  await expect(list).toBeHidden();
  await page.goBack();
  await expect(list).toBeVisible();
});

test("what is touched is large enough", async ({ page, vendor }) => {
  await vendor.says(vendor.chat(), "Hello");
  await page.goto("/inbox");
  await page.getByRole("option").tap();
  await expect(page.getByRole("article")).toBeVisible();
  const buttons = page.getByRole("button").filter({ visible: true });
  await expect(buttons).not.toHaveCount(0);
  for (const button of await buttons.all()) {
    const box = await button.boundingBox();
    expect
      .soft(Math.min(box?.width ?? 0, box?.height ?? 0), (await button.getAttribute("aria-label")) ?? "")
      .toBeGreaterThanOrEqual(44);
  }
});

test("nothing scrolls sideways at 320 px, whatever people write", async ({ page, vendor }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const chat = vendor.chat({ people: ["Maximilian von und zu Hohenzollern-Sigmaringen"] });
  await vendor.says(chat, "a".repeat(400), { minutesAgo: 3 });
  await vendor.says(chat, `https://example.org/${"path/".repeat(60)}`, { minutesAgo: 2 });
  await vendor.answers(chat, "مرحبا".repeat(60), { minutesAgo: 1 });
  await vendor.says(chat, "Look", {
    attachments: [
      { kind: "image", name: "wide.jpg" },
      { kind: "file", name: `${"long-".repeat(30)}.pdf` },
    ],
  });
  await page.goto("/inbox");
  await expect(page.getByRole("option")).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.getByRole("option").tap();
  await expect(page.getByText("wide.jpg")).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  const inner = await page
    .getByRole("region", { name: "Messages" })
    .evaluate((box) => box.scrollWidth - box.clientWidth);
  expect(inner).toBeLessThanOrEqual(0);
  for (const path of ["/settings/webhook", "/settings/deliveries", "/settings/keyboard", "/settings/account"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect.soft(await overflow(page), path).toBeLessThanOrEqual(0);
  }
});
