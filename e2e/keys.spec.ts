import { expect, type Locator, type Page } from "@playwright/test";
import { shownShortcuts } from "@/domain/shortcut-words";
import { test, untilKeysWork } from "./desk";

const sheet = (page: Page) => page.getByRole("dialog", { name: "Keys" });
const row = (page: Page, name: string) => page.getByRole("option", { name: new RegExp(`^${name}`) });

/** As a keyboard of another layout sends it, or an input method that composes. */
const send = (page: Page, press: { key: string; code: string; isComposing?: true; ctrlKey?: true; shiftKey?: true }) =>
  page.evaluate((init) => document.body.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, ...init })), press);

/** Each line as it is read: its words, then its keys. */
async function linesOf(place: Locator): Promise<string[][]> {
  await expect(place.getByRole("term")).not.toHaveCount(0);
  const lines = await place.locator("dl > div").all();
  return Promise.all(
    lines.map(async (line) => {
      const keys = await line.locator("kbd").allTextContents();
      return [...(await line.getByRole("term").allTextContents()), ...keys.map((key) => key.replace("Shift ", ""))];
    }),
  );
}

const table = (hasLetterKeys: boolean) =>
  shownShortcuts(hasLetterKeys).flatMap(({ lines }) => lines.map(({ words, keys }) => [words, ...keys]));

test.beforeEach(async ({ page, vendor }) => {
  const account = vendor.account();
  await vendor.says(vendor.chat({ account, people: ["Ben Osei"] }), "Hello", { minutesAgo: 2 });
  await vendor.says(vendor.chat({ account, people: ["Ana Ribeiro"] }), "Hello", { minutesAgo: 1 });
  await page.goto("/inbox");
  await expect(page.getByRole("option")).toHaveCount(2);
  await untilKeysWork(page);
});

test("? shows the keys of the table, they can be searched, and Escape gives the focus back", async ({ page }) => {
  await page.keyboard.press("j");
  await page.keyboard.press("?");
  await expect(sheet(page)).toBeVisible();
  expect(await linesOf(sheet(page))).toEqual(table(true));

  await page.getByRole("searchbox", { name: "Find a key" }).fill("unread");
  await expect.poll(() => linesOf(sheet(page))).toContainEqual(["Mark unread", "⇧U"]);
  await expect(sheet(page).getByText("Next chat", { exact: true })).toHaveCount(0);
  await page.getByRole("searchbox").fill("nothing like it");
  await expect(sheet(page).getByText("No key does that.")).toBeVisible();

  await page.getByRole("searchbox").fill("");
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toHaveCount(0);
  await expect(row(page, "Ana")).toBeFocused();
});

test("while the sheet is open, and while somebody types in it, no key reaches the list", async ({ page }) => {
  await page.keyboard.press("?");
  await page.getByRole("searchbox").pressSequentially("jo");
  await expect(page.getByRole("searchbox")).toHaveValue("jo");
  await page.getByRole("button", { name: "Close" }).click();
  await expect(sheet(page)).toHaveCount(0);
  await expect(page.getByText("No chat open")).toBeVisible();
});

test("a keyboard without Latin letters works by place, and an input method that composes fires nothing", async ({
  page,
}) => {
  await send(page, { key: "о", code: "KeyJ", isComposing: true });
  await send(page, { key: "ᄒ", code: "KeyJ", ctrlKey: true });
  await expect(row(page, "Ana")).not.toBeFocused();
  await send(page, { key: "о", code: "KeyJ" });
  await expect(row(page, "Ana")).toBeFocused();
  await send(page, { key: "؟", code: "Slash", shiftKey: true });
  await expect(sheet(page)).toBeVisible();
});

test("single characters can be switched off, for this user wherever they sign in", async ({
  page,
  browser,
  context,
  desk,
}) => {
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("link", { name: "Keyboard" }).click();
  const letters = page.getByRole("switch", { name: "Single characters are commands" });
  await expect(letters).toBeChecked();
  const kept = page.waitForResponse((answer) => answer.url().endsWith("/api/preferences") && answer.ok());
  await letters.click();
  await expect(letters).not.toBeChecked();
  expect(await linesOf(page.getByRole("main"))).toEqual(table(false));
  await kept;

  const elsewhere = await browser.newContext({ baseURL: desk.url, storageState: await context.storageState() });
  const other = await elsewhere.newPage();
  await other.goto("/inbox");
  await row(other, "Ana").click();
  await expect(other.getByRole("heading", { name: "Ana Ribeiro", level: 2 })).toBeFocused();
  for (const key of ["j", "u", "]", "?"]) await other.keyboard.press(key);
  await expect(sheet(other)).toHaveCount(0);
  await expect(other.getByRole("heading", { name: "Ana Ribeiro", level: 2 })).toBeFocused();
  await expect(other.getByRole("button", { name: "Mark unread" })).toHaveAttribute("data-tip", "Mark unread");
  await other.keyboard.press("Escape");
  await expect(row(other, "Ana")).toBeFocused();
  await other.keyboard.press("ArrowDown");
  await expect(row(other, "Ben")).toBeFocused();
  await elsewhere.close();
});

test("a tooltip shows the key while it works", async ({ page }) => {
  await row(page, "Ana").click();
  await expect(page.getByRole("button", { name: "Mark unread" })).toHaveAttribute("data-tip", "Mark unread · ⇧U");
});
