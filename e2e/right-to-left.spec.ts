import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "./desk";
import { cutTexts, overflow } from "./measures";
import { eachScreen, fillDesk, openRide, screens } from "./screens";

const mirror = (page: Page) =>
  page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.documentElement.dir !== "rtl") document.documentElement.dir = "rtl";
    }).observe(document, { childList: true });
  });

/** What stands where, by name: the frame, a row of the list, the chat with its header and bubbles. */
function landmarks(page: Page): Record<string, Locator> {
  const row = page.getByRole("option", { name: /^Weekend ride/ });
  return {
    rail: page.getByRole("link", { name: "Inbox", exact: true }),
    list: page.getByRole("region", { name: "Chats" }),
    filter: page.getByRole("button", { name: "Filter", exact: true }),
    row,
    avatar: row
      .locator("span")
      .filter({ has: page.locator("svg") })
      .first(),
    time: row.getByRole("time").first(),
    messages: page.getByRole("region", { name: "Messages" }),
    heading: page.getByRole("heading", { name: "Weekend ride", level: 2 }),
    "mark unread": page.getByRole("button", { name: "Mark unread" }),
    theirs: page.getByRole("article", { name: "Ana Ribeiro" }).last(),
    ours: page.getByRole("article", { name: "You" }).last(),
  };
}

/** The span each takes from the side on which people begin to read, in whole pixels. */
async function spans(page: Page, isMirrored: boolean): Promise<Record<string, string>> {
  const width = await page.evaluate(() => document.documentElement.clientWidth);
  const found: Record<string, string> = {};
  for (const [name, place] of Object.entries(landmarks(page))) {
    const { x, width: wide } = (await place.boundingBox()) ?? { x: -1, width: -1 };
    found[name] = `${String(Math.round(isMirrored ? width - x - wide : x))} wide ${String(Math.round(wide))}`;
  }
  return found;
}

test("a page that is read from the right is the mirror of one that is read from the left", async ({ page, vendor }) => {
  await fillDesk(vendor);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openRide(page);
  const fromTheLeft = await spans(page, false);
  expect(Object.values(fromTheLeft)).not.toContain("-1 wide -1");
  await mirror(page);
  await openRide(page);
  expect(await page.evaluate(() => document.documentElement.dir)).toBe("rtl");
  expect(await spans(page, true)).toEqual(fromTheLeft);
});

test("read from the right, no screen loses anything or scrolls sideways", async ({ page, vendor }) => {
  test.setTimeout(120_000);
  await fillDesk(vendor);
  await mirror(page);
  await eachScreen(page, screens, async (name) => {
    expect.soft(await overflow(page), name).toBeLessThanOrEqual(0);
    expect.soft(await cutTexts(page), name).toEqual([]);
  });
});
