import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test, untilKeysWork } from "./desk";
import type { Vendor } from "./vendor";

/** A chat with everything a conversation can hold. */
async function fill(vendor: Vendor): Promise<void> {
  const ride = vendor.chat({ people: ["Ana Ribeiro", "Ben Osei"], subject: "Weekend ride" });
  const [, ben] = ride.people;
  const first = await vendor.says(ride, "Who is in? https://example.org", { minutesAgo: 30 * 60 });
  const edited = await vendor.says(ride, "Ten o’clock", { minutesAgo: 40 });
  await vendor.edits(edited, "Eleven o’clock");
  await vendor.deletes(await vendor.says(ride, "Not me", { by: ben!, minutesAgo: 30 }));
  await vendor.says(ride, "", { eventType: 8, minutesAgo: 20 });
  const attachments = [
    { kind: "image", name: "tandem.jpg" },
    { kind: "voice", name: "note.wav", seconds: 7 },
    { kind: "image", name: "gone.jpg", isUnavailable: true },
  ] as const;
  await vendor.says(ride, "Look", { attachments: [...attachments], minutesAgo: 10 });
  const answer = await vendor.answers(ride, "Count us in", { quoted: first, minutesAgo: 5 });
  await vendor.reads(answer, ben);
  await vendor.reacts(answer, "🎉", ben);
  await vendor.says(vendor.chat({ account: vendor.account({ provider: "TWITTER", name: "tandem" }) }), "Hello");
  await vendor.send({ event: "message_received", account_id: 7 });
}

const openRide = async (page: Page) => {
  await page.goto("/inbox");
  await page.getByRole("option", { name: /^Weekend ride/ }).click();
  await expect(page.getByText("Count us in").last()).toBeVisible();
};

const screens: Record<string, (page: Page) => Promise<unknown>> = {
  list: (page) => page.goto("/inbox"),
  "empty filter": (page) => page.goto("/inbox?provider=NONE"),
  conversation: openRide,
  "filter menu": async (page) => {
    await page.goto("/inbox");
    await page.getByRole("button", { name: "Filter", exact: true }).click();
  },
  "user menu": async (page) => {
    await page.goto("/inbox");
    await page.getByRole("button", { name: /^You, / }).click();
  },
  webhook: (page) => page.goto("/settings/webhook"),
  deliveries: async (page) => {
    await page.goto("/settings/deliveries");
    await page.getByRole("group").first().click();
  },
  keyboard: (page) => page.goto("/settings/keyboard"),
  account: (page) => page.goto("/settings/account"),
  "keys sheet": async (page) => {
    await page.goto("/inbox");
    await untilKeysWork(page);
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  },
  "no such page": (page) => page.goto("/nowhere"),
};

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
    [1024, 768],
    [390, 844],
  ] as const) {
    test(`axe finds nothing on any screen, ${theme}, ${width} px`, async ({ page, vendor }) => {
      test.setTimeout(60_000);
      await fill(vendor);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height });
      for (const [name, open] of Object.entries(screens)) {
        await open(page);
        await expect(page.locator("h1, h2").filter({ visible: true }).first()).toBeVisible();
        await check(page, name);
      }
    });
  }

  test(`axe finds nothing on the pages before the sign-in, ${theme}`, async ({ page, context }) => {
    await context.clearCookies();
    await page.emulateMedia({ colorScheme: theme });
    for (const path of ["/login", "/login?error=CredentialsSignin", "/setup?token=none"]) {
      await page.goto(path);
      await check(page, path);
    }
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

test("the script of the inbox stays within 165 kB, framework included", async ({ page, vendor }) => {
  await vendor.says(vendor.chat(), "Hello");
  const sizes = new Map<string, number>();
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    void response
      .request()
      .sizes()
      .then(({ responseBodySize }) => sizes.set(new URL(response.url()).pathname, responseBodySize));
  });
  await page.goto("/inbox", { waitUntil: "networkidle" });
  expect(sizes.size).toBeGreaterThan(3);
  const total = Array.from(sizes.values()).reduce((sum, size) => sum + size, 0);
  expect(total, JSON.stringify(Object.fromEntries(sizes), null, 2)).toBeLessThanOrEqual(165_000);
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
