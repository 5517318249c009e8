import { expect, type Page } from "@playwright/test";
import { test } from "./desk";

const list = (page: Page) => page.getByRole("region", { name: "Chats" });
const edge = (page: Page) => page.getByRole("separator", { name: "Width of the list" });
const widthOf = async (page: Page) => (await list(page).boundingBox())?.width;
const rowHeight = async (page: Page) => (await page.getByRole("option").first().boundingBox())?.height;

/** Counts from now on, on each page that is opened, how much jumps while it is drawn. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    let sum = 0;
    new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries()) if ("value" in entry) sum += Number(entry.value);
      document.documentElement.dataset.shift = String(sum);
    }).observe({ type: "layout-shift", buffered: true });
  });
const shifts = (page: Page) => page.evaluate(() => Number(document.documentElement.dataset.shift ?? 0));

/** What the server sent, before any script ran. */
async function drawnByServer(page: Page): Promise<string> {
  const answer = await page.request.get("/inbox");
  return answer.text();
}

test.beforeEach(async ({ page, vendor }) => {
  await vendor.says(vendor.chat({ people: ["Ana Ribeiro"] }), "Hello");
  await watchShifts(page);
  await page.goto("/inbox");
  await expect(page.getByRole("option")).toBeVisible();
});

test("the list is dragged as wide as one likes, within bounds, and is so again without a jump", async ({ page }) => {
  expect(await widthOf(page)).toBe(340);
  const handle = (await edge(page).boundingBox())!;
  await page.mouse.move(handle.x + handle.width / 2, 400);
  await page.mouse.down();
  await page.mouse.move(handle.x + 80, 420, { steps: 4 });
  await page.mouse.up();
  const dragged = (await widthOf(page))!;
  expect(dragged).toBeGreaterThan(400);
  await expect(edge(page)).toHaveAttribute("aria-valuenow", String(dragged));
  expect(await drawnByServer(page)).toContain(`flex-basis:${String(dragged)}px`);
  await page.reload();
  expect(await widthOf(page)).toBe(dragged);
  expect(await shifts(page)).toBeLessThan(0.001); // what rounds to 0.00

  await page.mouse.move(dragged + 56, 400);
  await page.mouse.down();
  await page.mouse.move(1_200, 400, { steps: 4 });
  await page.mouse.up();
  expect(await widthOf(page)).toBe(480);
  await edge(page).dblclick();
  expect(await widthOf(page)).toBe(340);
});

test("the arrows move its edge, and Home and End go to the bounds", async ({ page }) => {
  await edge(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => widthOf(page)).toBe(356);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => widthOf(page)).toBe(324);
  await page.keyboard.press("Home");
  await expect.poll(() => widthOf(page)).toBe(280);
  await page.reload();
  await expect.poll(() => widthOf(page)).toBe(280);
  await edge(page).press("End");
  await expect.poll(() => widthOf(page)).toBe(480);
});

test("rows are comfortable or compact, remembered for the user without a jump", async ({ page }) => {
  const button = page.getByRole("button", { name: "Compact rows" });
  await expect(button).toHaveAttribute("aria-pressed", "false");
  expect(await rowHeight(page)).toBe(72);
  const kept = page.waitForResponse((response) => response.url().endsWith("/api/preferences"));
  await button.click();
  await expect(button).toHaveAttribute("aria-pressed", "true");
  expect(await rowHeight(page)).toBe(52);
  await kept;
  await page.reload();
  await expect(button).toHaveAttribute("aria-pressed", "true");
  expect(await rowHeight(page)).toBe(52);
  expect(await shifts(page)).toBeLessThan(0.001); // what rounds to 0.00
  const back = page.waitForResponse((response) => response.url().endsWith("/api/preferences"));
  await button.click();
  await back;
  expect(await rowHeight(page)).toBe(72);
});
