import { expect } from "@playwright/test";
import { test, untilKeysWork } from "./desk";

const nameOfFocused = () => {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return "";
  return focused.getAttribute("aria-label") ?? focused.textContent;
};

test.beforeEach(async ({ page, vendor }) => {
  const account = vendor.account();
  for (const [place, name] of ["Chiara Lindqvist", "Ben Osei", "Ana Ribeiro"].entries()) {
    await vendor.says(vendor.chat({ account, people: [name] }), `Hello from ${name}`, { minutesAgo: 9 - place });
  }
  await page.goto("/inbox");
  await expect(page.getByRole("option")).toHaveCount(3);
  await untilKeysWork(page);
});

test("j and k move, Enter opens, Escape closes and the focus comes back to the row", async ({ page }) => {
  const row = (name: string) => page.getByRole("option", { name: new RegExp(`^${name}`) });
  await page.keyboard.press("j");
  await expect(row("Ana")).toBeFocused();
  await page.keyboard.press("j");
  await expect(row("Ben")).toBeFocused();
  await page.keyboard.press("k");
  await page.keyboard.press("ArrowDown");
  await expect(row("Ben")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Ben Osei", level: 2 })).toBeFocused();
  await expect(row("Ben")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("]");
  await expect(page.getByRole("heading", { name: "Chiara Lindqvist", level: 2 })).toBeVisible();
  await page.keyboard.press("[");
  await expect(page.getByRole("heading", { name: "Ben Osei", level: 2 })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 2 })).toHaveCount(0);
  await expect(row("Ben")).toBeFocused();
});

test("the list is one Tab stop, and every way on can be reached with Tab", async ({ page }) => {
  await page.getByRole("option").first().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2 })).toBeFocused();
  const reached: string[] = [];
  await page.keyboard.press("Tab");
  for (let step = 0; step < 16; step += 1) {
    reached.push(await page.evaluate(nameOfFocused));
    await page.keyboard.press("Tab");
  }
  expect(reached.filter((name) => name.includes("Hello from"))).toHaveLength(1);
  const waysOn = ["Inbox", "Settings", "Theme", "Filter", "Go to a date", "Mark unread", "Ana Ribeiro"];
  expect(reached).toEqual(expect.arrayContaining(waysOn));
});

test("Escape closes a menu first, and the chat stays", async ({ page }) => {
  await page.keyboard.press("j");
  await page.keyboard.press("o");
  await expect(page.getByRole("heading", { name: "Ana Ribeiro", level: 2 })).toBeVisible();
  const opener = page.getByRole("button", { name: "Filter", exact: true });
  await opener.click();
  await expect(page.getByRole("dialog", { name: "Filter chats" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Filter chats" })).toBeHidden();
  await expect(page.getByRole("heading", { name: "Ana Ribeiro", level: 2 })).toBeVisible();
  await expect(opener).toBeFocused();
});

test("the back button of the browser closes the chat that was opened", async ({ page }) => {
  await page.getByRole("option", { name: /^Ben/ }).click();
  await expect(page).toHaveURL(/chat=/);
  await page.goBack();
  await expect(page).toHaveURL(/\/inbox$/);
  await expect(page.getByText("No chat open")).toBeVisible();
});
