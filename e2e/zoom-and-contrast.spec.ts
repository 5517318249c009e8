import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "./desk";
import { cutTexts, faintTexts, overflow } from "./measures";
import { eachScreen, fillDesk, frontScreens, openRide, screens } from "./screens";

/** The spacing that a reader may set (WCAG 1.4.12). */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

/** As a reader's own style sheet; the page's policy does not reach it. */
const addStyle = (page: Page, text: string) =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, text);

const styleOf = (place: Locator, property: string, pseudo?: string) =>
  place.evaluate(
    (element, [name, of]) => getComputedStyle(element, of).getPropertyValue(name ?? ""),
    [property, pseudo],
  );

test("at 200 % in a window of 1280 px everything is there, and nothing scrolls sideways", async ({ page, vendor }) => {
  test.setTimeout(120_000);
  await fillDesk(vendor);
  await page.setViewportSize({ width: 640, height: 400 });
  await eachScreen(page, { ...screens }, async (name) => {
    expect.soft(await overflow(page), name).toBeLessThanOrEqual(0);
    expect.soft(await cutTexts(page), name).toEqual([]);
  });
});

for (const width of [1440, 390])
  test(`with a reader's own text spacing nothing is lost, ${String(width)} px`, async ({ page, vendor }) => {
    test.setTimeout(120_000);
    await fillDesk(vendor);
    await page.setViewportSize({ width, height: 844 });
    await eachScreen(page, screens, async (name) => {
      await addStyle(page, spacing);
      expect.soft(await overflow(page), name).toBeLessThanOrEqual(0);
      expect.soft(await cutTexts(page), name).toEqual([]);
    });
  });

test("the pages before the sign-in bear zoom and spacing too", async ({ page, context }) => {
  await context.clearCookies();
  await page.setViewportSize({ width: 320, height: 400 });
  await eachScreen(page, frontScreens, async (name) => {
    await addStyle(page, spacing);
    expect.soft(await overflow(page), name).toBeLessThanOrEqual(0);
    expect.soft(await cutTexts(page), name).toEqual([]);
  });
});

for (const colorScheme of ["light", "dark"] as const)
  test(`all text stands out by 4.5 : 1, and by 7 : 1 for whoever wants more contrast, ${colorScheme}`, async ({
    page,
    vendor,
  }) => {
    test.setTimeout(120_000);
    await fillDesk(vendor);
    await page.emulateMedia({ colorScheme });
    await eachScreen(page, screens, async (name) => {
      await page.emulateMedia({ colorScheme, contrast: "no-preference" });
      expect.soft(await faintTexts(page, 4.5), name).toEqual([]);
      await page.emulateMedia({ colorScheme, contrast: "more" });
      expect.soft(await faintTexts(page, 7), name).toEqual([]);
    });
  });

test.describe("in the system's own colours", () => {
  test.beforeEach(async ({ page, vendor }) => {
    await fillDesk(vendor);
    await page.emulateMedia({ forcedColors: "active" });
    await openRide(page);
  });

  test("the open chat, the focus and what is chosen are told by lines", async ({ page }) => {
    const [openRow, otherRow] = [
      page.getByRole("option", { name: /^Weekend/ }),
      page.getByRole("option", { name: /^Ana/ }),
    ];
    expect(await styleOf(openRow, "background-color", "::before")).toBe(await systemColour(page, "Highlight"));
    expect(await styleOf(openRow, "width", "::before")).toBe("4px");
    await page.keyboard.press("k");
    await expect(otherRow).toBeFocused();
    expect(await styleOf(otherRow, "outline-style")).toBe("solid");
    expect(await styleOf(otherRow, "outline-width")).toBe("2px");
    const inbox = page.getByRole("link", { name: "Inbox", exact: true });
    expect(await styleOf(inbox, "outline-color")).toBe(await systemColour(page, "Highlight"));
  });

  test("bubbles have an edge, badges keep edge and glyph, unread keeps its dot and count", async ({ page }) => {
    const bubble = page.getByRole("article", { name: "You" }).locator(".bg-bubble-out").first();
    expect(await styleOf(bubble, "outline-style")).toBe("solid");
    const badge = page.getByRole("option", { name: /^Weekend ride/ }).locator(".badge");
    await expect(badge.locator("use").last()).toHaveAttribute("href", "#mark-whatsapp-whole");
    expect(await styleOf(badge, "forced-color-adjust")).toBe("none");
    const mark = page.locator("#mark-whatsapp-whole");
    expect(await styleOf(mark.locator(".badge-ground"), "stroke-width")).toBe("1.5px");
    const [ground, glyph] = await Promise.all([
      styleOf(mark.locator("path").first(), "fill"),
      styleOf(mark.locator("path").last(), "fill"),
    ]);
    expect(glyph).not.toBe(ground);
    const marks = page.getByRole("option", { name: /^Ana.*unread/ }).locator("span.bg-accent");
    await expect(marks).toHaveCount(2);
    for (const one of await marks.all())
      expect(await styleOf(one, "background-color")).toBe(await systemColour(page, "Highlight"));
  });

  test("every text can be read", async ({ page }) => {
    expect(await faintTexts(page, 4.5)).toEqual([]);
  });
});

test("for whoever wants less motion nothing slides or fades", async ({ page, vendor }) => {
  await fillDesk(vendor);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openRide(page);
  const moving = await page.evaluate(
    () =>
      Array.from(document.querySelectorAll("*")).filter((element) =>
        ["", "::before", "::after"].some((pseudo) => {
          const { transitionDuration, scrollBehavior } = getComputedStyle(element, pseudo);
          return (
            scrollBehavior === "smooth" ||
            transitionDuration.split(", ").some((duration) => Number.parseFloat(duration) > 0)
          );
        }),
      ).length,
  );
  expect(moving).toBe(0);
});

/** A system colour as a style tells it. */
async function systemColour(page: Page, name: string): Promise<string> {
  return page.evaluate((colour) => {
    const probe = document.createElement("span");
    probe.style.cssText = `forced-color-adjust: none; color: ${colour}`;
    document.body.append(probe);
    const found = getComputedStyle(probe).color;
    probe.remove();
    return found;
  }, name);
}
