import { expect, type Page } from "@playwright/test";
import { test } from "./desk";

const group = (page: Page, seconds: number) =>
  page.getByRole("group", { name: new RegExp(`^Voice message, 0:${String(seconds)}`) });
const valueOf = (page: Page, seconds: number) => group(page, seconds).getByRole("slider").inputValue();

test.beforeEach(async ({ page, vendor }) => {
  const chat = vendor.chat();
  for (const [place, seconds] of [20, 30].entries()) {
    const attachments = [{ kind: "voice", name: `note-${String(seconds)}.wav`, seconds }] as const;
    await vendor.says(chat, null, { attachments: [...attachments], minutesAgo: 40 - place });
  }
  await vendor.saysAll(
    chat,
    Array.from({ length: 30 }, (_, place) => `Line ${String(place)} of a longer talk`),
  );
  await page.goto("/inbox");
  await page.getByRole("option").click();
  await group(page, 20).scrollIntoViewIfNeeded();
});

test("a voice note plays, shows how far it is, and a second one takes over", async ({ page }) => {
  await group(page, 20).getByRole("button", { name: /^Play/ }).click();
  await expect(group(page, 20).getByRole("button", { name: /^Pause/ })).toBeVisible();
  await expect(group(page, 20)).toContainText(/0:01 \/ 0:20/);
  await group(page, 30).getByRole("button", { name: /^Play/ }).click();
  await expect(group(page, 30).getByRole("button", { name: /^Pause/ })).toBeVisible();
  await expect(group(page, 20).getByRole("button", { name: /^Play/ })).toBeVisible();
  const stopped = Number(await valueOf(page, 20));
  expect(stopped).toBeGreaterThan(0.9);
  await expect.poll(async () => Number(await valueOf(page, 30))).toBeGreaterThan(0.5);
  expect(Number(await valueOf(page, 20))).toBe(stopped);
});

test("the speed changes while it plays, holds for every note, and is remembered", async ({ page }) => {
  await group(page, 20).getByRole("button", { name: "Speed 1×" }).click();
  await group(page, 20).getByRole("button", { name: "Speed 1.5×" }).click();
  await expect(group(page, 30).getByRole("button", { name: "Speed 2×" })).toBeVisible();
  await group(page, 20).getByRole("button", { name: /^Play/ }).click();
  await expect.poll(async () => Number(await valueOf(page, 20))).toBeGreaterThan(0.2);
  const [startedAt, from] = [Date.now(), Number(await valueOf(page, 20))];
  await expect.poll(async () => Number(await valueOf(page, 20))).toBeGreaterThan(from + 3);
  expect(Date.now() - startedAt).toBeLessThan(2900);
  await page.reload();
  await expect(group(page, 20).getByRole("button", { name: "Speed 2×" })).toBeVisible();
});

test("keys and clicks on the waveform seek", async ({ page }) => {
  const slider = group(page, 20).getByRole("slider", { name: "Position in Voice message" });
  await slider.focus();
  for (const key of ["ArrowRight", "ArrowRight", "ArrowUp"]) await page.keyboard.press(key);
  await expect(slider).toHaveAttribute("aria-valuetext", "0:03 of 0:20");
  await page.keyboard.press("Home");
  await expect(slider).toHaveAttribute("aria-valuetext", "0:00 of 0:20");
  const box = await slider.boundingBox();
  await slider.click({ position: { x: (box?.width ?? 0) / 2, y: 8 } });
  await expect(slider).toHaveAttribute("aria-valuetext", "0:10 of 0:20");
  await group(page, 20).getByRole("button", { name: /^Play/ }).click();
  await expect.poll(async () => Number(await valueOf(page, 20))).toBeGreaterThan(10.2);
});

test("the bars come from the sound itself", async ({ page }) => {
  const heights = () =>
    group(page, 20)
      .locator("svg[preserveAspectRatio] path")
      .first()
      .evaluate((path) => new Set((path.getAttribute("d") ?? "").match(/v[\d.]+/g)).size);
  await expect.poll(heights).toBeGreaterThan(5);
});

test("it goes on while its message scrolls away, and ends with its chat", async ({ page }) => {
  await group(page, 20).getByRole("button", { name: /^Play/ }).click();
  await expect(group(page, 20).getByRole("button", { name: /^Pause/ })).toBeVisible();
  await page.getByText("Line 29 of a longer talk").last().scrollIntoViewIfNeeded();
  await group(page, 20).scrollIntoViewIfNeeded();
  await expect(group(page, 20).getByRole("button", { name: /^Pause/ })).toBeVisible();
  await page.goBack();
  await page.getByRole("option").click();
  await group(page, 20).scrollIntoViewIfNeeded();
  await expect(group(page, 20).getByRole("button", { name: /^Play/ })).toBeVisible();
});

test("one that the vendor refuses says why when it comes near, and plays once tried again", async ({
  page,
  vendor,
}) => {
  const chat = vendor.chat({ people: ["Ben Osei"] });
  const attachments = [{ kind: "voice", name: "lost.wav", seconds: 40 }] as const;
  const message = await vendor.says(chat, null, { attachments: [...attachments] });
  vendor.api.misbehave(vendor.attachmentPath(message), "dead");
  await page.getByRole("option", { name: /^Ben Osei/ }).click();
  await expect(page.getByText(/postpress did not hand over/)).toBeVisible();
  vendor.api.behave(vendor.attachmentPath(message));
  await page.getByRole("button", { name: /^Try again/ }).click();
  await group(page, 40).getByRole("button", { name: /^Play/ }).click();
  await expect(group(page, 40)).toContainText(/0:01 \/ 0:40/);
});
