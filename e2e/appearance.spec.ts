import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test } from "./desk";
import { eachScreen, fillDesk, frontScreens, screens } from "./screens";

async function check(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  expect
    .soft(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes.map(({ target }) => target.join(" ")).join(", ")}`))
    .toEqual([]);
}

for (const theme of ["light", "dark"] as const) {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    test(`axe finds nothing on any screen, ${theme}, ${width} px`, async ({ page, vendor }) => {
      test.setTimeout(180_000);
      await fillDesk(vendor);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height });
      await eachScreen(page, screens, (name) => check(page, name));
    });
  }

  test(`axe finds nothing on the pages before the sign-in, ${theme}`, async ({ page, context }) => {
    await context.clearCookies();
    await page.emulateMedia({ colorScheme: theme });
    await eachScreen(page, frontScreens, (name) => check(page, name));
  });
}

test("the theme is there before the first paint, follows the system, and a choice stays", async ({ page }) => {
  const isDark = () => page.evaluate(() => document.documentElement.classList.contains("dark"));
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector("body") === null) return;
      window.name = document.documentElement.classList.contains("dark") ? "dark at the body" : "light at the body";
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/inbox");
  expect(await page.evaluate(() => window.name)).toBe("dark at the body");
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(isDark).toBe(false);
  await page.getByRole("button", { name: "Theme" }).click();
  await page.getByRole("button", { name: "Dark" }).click();
  expect(await isDark()).toBe(true);
  await page.reload();
  expect(await page.evaluate(() => window.name)).toBe("dark at the body");
});

test.describe("far from the server's clock", () => {
  test.use({ timezoneId: "Asia/Tokyo" });

  test("the page is drawn on the server, and the console stays quiet", async ({ page, vendor }) => {
    const said: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") said.push(message.text());
    });
    page.on("pageerror", (error) => said.push(error.message));
    await vendor.says(vendor.chat(), "Hello");
    const answer = await page.goto("/inbox");
    expect(await answer?.text()).toContain("Ana Ribeiro");
    await page.getByRole("option").click();
    await expect(page.getByRole("article")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("article")).toBeVisible();
    const shown = await page.getByRole("article").getByRole("time").textContent();
    const sentAt = await page.getByRole("article").getByRole("time").getAttribute("datetime");
    expect(shown).toBe(
      new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Tokyo", timeStyle: "short" }).format(new Date(sentAt ?? "")),
    );
    expect(said).toEqual([]);
  });
});
