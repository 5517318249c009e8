import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "./desk";
import { overflow, smallTargets } from "./measures";
import { eachScreen, fillDesk, openRide, screens } from "./screens";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

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

test("what is touched is large enough, on every screen", async ({ page, vendor }) => {
  test.setTimeout(120_000);
  await fillDesk(vendor);
  await eachScreen(page, screens, async (name) => {
    expect.soft(await smallTargets(page), name).toEqual([]);
  });
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
  await expect(page.getByText(/^long-long/).first()).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  const inner = await page
    .getByRole("region", { name: "Messages" })
    .evaluate((box) => box.scrollWidth - box.clientWidth);
  expect(inner).toBeLessThanOrEqual(0);
});

test("nothing scrolls sideways at 320 px on any screen", async ({ page, vendor }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 320, height: 640 });
  await fillDesk(vendor);
  await eachScreen(page, screens, async (name) => {
    expect.soft(await overflow(page), name).toBeLessThanOrEqual(0);
  });
});

/** As a phone with a notch and a bar for gestures. */
async function setInsets(
  page: Page,
  insets: { top: number; right: number; bottom: number; left: number },
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setSafeAreaInsetsOverride", { insets });
}

const boxOf = async (place: Locator) => (await place.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

test("in landscape list and chat stand side by side, clear of the notch and the bar", async ({ page, vendor }) => {
  await page.setViewportSize({ width: 844, height: 390 });
  await setInsets(page, { top: 0, right: 47, bottom: 21, left: 47 });
  await fillDesk(vendor);
  await openRide(page);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  const [rail, user] = [page.getByRole("link", { name: "Inbox" }), page.getByRole("button", { name: /^You, / })];
  expect((await boxOf(rail)).x).toBeGreaterThanOrEqual(47);
  const { y, height } = await boxOf(user);
  expect(y + height).toBeLessThanOrEqual(390 - 21);
  const chat = await boxOf(page.getByRole("region", { name: "Messages" }));
  expect(chat.x + chat.width).toBeLessThanOrEqual(844 - 47 + 0.5);
  expect(chat.y + chat.height).toBeLessThanOrEqual(390 - 21 + 0.5);
  await expect(page.getByRole("listbox", { name: "Chats" })).toBeVisible();
});

test("upright the list's bar and the open chat end above the bar for gestures, and start below the notch", async ({
  page,
  vendor,
}) => {
  await setInsets(page, { top: 47, right: 0, bottom: 34, left: 0 });
  await fillDesk(vendor);
  await page.goto("/inbox");
  const settings = await boxOf(page.getByRole("link", { name: "Settings" }));
  expect(settings.y + settings.height).toBeLessThanOrEqual(844 - 34);
  await openRide(page);
  expect((await boxOf(page.getByRole("button", { name: "Back to the list" }))).y).toBeGreaterThanOrEqual(47);
  const chat = await boxOf(page.getByRole("region", { name: "Messages" }));
  expect(chat.y + chat.height).toBeLessThanOrEqual(844 - 34 + 0.5);
});

test("it can be installed: the browser finds nothing missing, and every icon is what it says", async ({
  page,
  request,
}) => {
  await page.goto("/inbox");
  const session = await page.context().newCDPSession(page);
  const { errors, data } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual([]);
  const manifest = JSON.parse(data ?? "") as {
    start_url: string;
    icons: { src: string; sizes: string; type: string; purpose: string }[];
    shortcuts: { url: string }[];
  };
  expect(manifest.start_url).toBe("/inbox");
  expect(manifest.icons.map(({ purpose }) => purpose)).toEqual(expect.arrayContaining(["any", "maskable"]));
  for (const { src, sizes, type } of manifest.icons) {
    const answer = await request.get(src);
    expect(answer.headers()["content-type"]).toBe(type);
    const bytes = await answer.body();
    expect(`${String(bytes.readUInt32BE(16))}x${String(bytes.readUInt32BE(20))}`).toBe(sizes);
  }
  const apple = await page.locator('head link[rel="apple-touch-icon"]').getAttribute("href");
  expect((await request.get(apple ?? "")).ok()).toBe(true);
  for (const { url } of manifest.shortcuts) {
    await page.goto(url);
    await expect(page.getByRole("heading", { name: "Inbox", level: 1 })).toBeAttached();
  }
});

test("the bars around the page follow the chosen theme, not only the system's", async ({ page }) => {
  const bars = page.locator('head meta[name="theme-color"]');
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/inbox");
  await expect(bars).toHaveCount(1);
  await expect(bars).toHaveAttribute("content", "#ffffff");
  await page.getByRole("button", { name: "Theme" }).tap();
  await page.getByRole("button", { name: "Dark" }).tap();
  await expect(bars).toHaveAttribute("content", "#131518");
  await page.reload();
  await expect(bars).toHaveCount(1);
  await expect(bars).toHaveAttribute("content", "#131518");
});
