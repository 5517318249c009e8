import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test } from "./desk";
import type { Vendor } from "./vendor";

const lightbox = (page: Page) => page.getByRole("dialog", { name: "Pictures of this chat" });
const shown = (page: Page) => lightbox(page).getByRole("img");
const opener = (page: Page) => page.getByRole("button", { name: /^Photo, one\.jpg/ });

/** How much larger than whole the shown picture is. */
const scale = (page: Page) =>
  shown(page).evaluate((image: HTMLImageElement) => image.getBoundingClientRect().width / image.offsetWidth);

async function threePictures(vendor: Vendor, page: Page): Promise<void> {
  const chat = vendor.chat();
  await vendor.says(chat, null, { attachments: [{ kind: "image", name: "one.jpg" }], minutesAgo: 3 });
  await vendor.says(chat, "Two of them", {
    attachments: [
      { kind: "image", name: "two.jpg" },
      { kind: "image", name: "three.png" },
    ],
    minutesAgo: 2,
  });
  await vendor.says(chat, null, { attachments: [{ kind: "sticker", name: "bell" }] });
  await page.goto("/inbox");
  await page.getByRole("option").click();
  await expect(opener(page)).toBeVisible();
}

test("by keyboard: it opens, turns, zooms, moves and closes, and the focus comes back", async ({ page, vendor }) => {
  await threePictures(vendor, page);
  await opener(page).focus();
  await page.keyboard.press("Enter");
  await expect(shown(page)).toHaveAccessibleName(/^Photo, one\.jpg/);
  await expect(lightbox(page)).toContainText("1 / 3");
  await expect(lightbox(page)).toContainText("Ana Ribeiro");

  await page.keyboard.press("ArrowRight");
  await expect(shown(page)).toHaveAccessibleName(/^Photo, two\.jpg/);
  await expect(lightbox(page)).toContainText("Two of them");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(lightbox(page)).toContainText("3 / 3");
  await page.keyboard.press("ArrowLeft");
  await expect(shown(page)).toHaveAccessibleName(/^Photo, two\.jpg/);

  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await expect.poll(() => scale(page)).toBeCloseTo(3.375, 2);
  const before = await shown(page).boundingBox();
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => (await shown(page).boundingBox())?.x).toBeCloseTo((before?.x ?? 0) - 80, 0);
  await expect(shown(page)).toHaveAccessibleName(/^Photo, two\.jpg/);
  await page.keyboard.press("0");
  await expect.poll(() => scale(page)).toBeCloseTo(1, 2);

  await page.keyboard.press("Escape");
  await expect(lightbox(page)).toHaveCount(0);
  await expect(opener(page)).toBeFocused();
  await expect(page.getByText("Two of them").last()).toBeVisible();
});

test("by pointer: wheel and double click zoom, dragging moves, buttons turn, download and close", async ({
  page,
  vendor,
}) => {
  await threePictures(vendor, page);
  await opener(page).click();
  await expect(shown(page)).toBeVisible();
  await shown(page).dblclick();
  await expect.poll(() => scale(page)).toBeCloseTo(2.5, 2);
  await shown(page).hover();
  const before = await shown(page).boundingBox();
  await page.mouse.down();
  await page.mouse.move(720, 380, { steps: 4 });
  await page.mouse.up();
  expect(await shown(page).boundingBox()).not.toEqual(before);
  await shown(page).dblclick();
  await expect.poll(() => scale(page)).toBeCloseTo(1, 2);
  await page.mouse.wheel(0, -200);
  await expect.poll(() => scale(page)).toBeGreaterThan(1.2);

  await lightbox(page).getByRole("button", { name: "Next" }).click();
  await expect(shown(page)).toHaveAccessibleName(/^Photo, two\.jpg/);
  await expect.poll(() => scale(page)).toBeCloseTo(1, 2);
  const downloading = page.waitForEvent("download");
  await lightbox(page).getByRole("button", { name: "Download two.jpg" }).click();
  expect((await downloading).suggestedFilename()).toBe("two.jpg");
  await lightbox(page).getByRole("button", { name: "Close" }).click();
  await expect(opener(page)).toBeFocused();
});

test("a picture that fails there says why and can be tried again", async ({ page, vendor }) => {
  const chat = vendor.chat();
  await vendor.says(chat, null, { attachments: [{ kind: "image", name: "one.jpg" }], minutesAgo: 3 });
  const second = await vendor.says(chat, null, { attachments: [{ kind: "image", name: "lost.jpg" }] });
  vendor.api.misbehave(vendor.attachmentPath(second), "broken");
  await page.goto("/inbox");
  await page.getByRole("option").click();
  await opener(page).click();
  await expect(lightbox(page)).toContainText("1 / 2");
  await page.keyboard.press("ArrowRight");
  await expect(lightbox(page).getByText(/postpress did not hand over/)).toBeVisible();
  vendor.api.behave(vendor.attachmentPath(second));
  await lightbox(page)
    .getByRole("button", { name: /^Try again/ })
    .click();
  await expect(shown(page)).toHaveAccessibleName(/^Photo, lost\.jpg/);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  /** A finger, as the browser itself hears of it. */
  async function stroke(page: Page, from: [number, number], to: [number, number]): Promise<void> {
    const client = await page.context().newCDPSession(page);
    const send = (type: "touchStart" | "touchMove" | "touchEnd", points: [number, number][]) =>
      client.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
    await send("touchStart", [from]);
    for (const part of [0.25, 0.5, 0.75, 1]) {
      await send("touchMove", [[from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]]);
    }
    await send("touchEnd", []);
  }

  test("a stroke turns, another one puts the picture away, and all has a button of 44 px", async ({ page, vendor }) => {
    await threePictures(vendor, page);
    await opener(page).tap();
    await expect(lightbox(page)).toContainText("1 / 3");
    await expect(shown(page)).toBeVisible();
    await stroke(page, [300, 420], [100, 430]);
    await expect(lightbox(page)).toContainText("2 / 3");
    await stroke(page, [100, 420], [300, 430]);
    await expect(lightbox(page)).toContainText("1 / 3");
    for (const button of await lightbox(page).getByRole("button").all()) {
      if (!(await button.isVisible())) continue;
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    await stroke(page, [200, 300], [205, 480]);
    await expect(lightbox(page)).toHaveCount(0);
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in it, ${colorScheme}`, async ({ page, vendor }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await threePictures(vendor, page);
    await opener(page).click();
    await page.keyboard.press("ArrowRight");
    await expect(shown(page)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
    ).toEqual([]);
  });
}
