import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { withClient } from "../scripts/database.mjs";
import { addUser } from "../scripts/users.mjs";
import { editMessage } from "../simulator/happenings";
import { signInAs, test } from "./desk";

const details = (page: Page) => page.getByRole("dialog", { name: "Message details" });
const lines = (page: Page) => details(page).getByRole("list", { name: "What happened" }).getByRole("listitem");

async function openChat(page: Page) {
  await page.goto("/inbox");
  await page.getByRole("option").first().click();
  await expect(page.getByRole("article").first()).toBeVisible();
}

/** By the time below the message. */
async function openDetails(page: Page, article = page.getByRole("article").last()) {
  await article.getByRole("button", { name: /, message details$/ }).click();
  await expect(lines(page).first()).toBeVisible();
}

test("who has read an answer in a group is learnt by asking, and then stands under it", async ({ page, vendor }) => {
  const ride = vendor.chat({
    people: ["Ana Ribeiro", "Ben Osei", "Chiara Conti", "Dan Wolf"],
    subject: "Weekend ride",
  });
  const [ana, ben, chiara] = ride.people;
  for (const by of ride.people) await vendor.says(ride, "In", { by, minutesAgo: 9 });
  const answer = await vendor.answers(ride, "Saturday at nine", { minutesAgo: 5 });
  await vendor.reads(answer, ana);
  for (const reader of [ben!, chiara!]) answer.seenBy.set(reader.providerId, new Date().toISOString());
  await openChat(page);
  const article = page.getByRole("article", { name: "You" });
  await expect(article.getByText("Read", { exact: true })).toBeVisible();
  await openDetails(page, article);
  for (const name of ["Ana Ribeiro", "Ben Osei", "Chiara Conti"]) {
    await expect(
      lines(page)
        .filter({ hasText: `Read by ${name}` })
        .getByRole("time"),
    ).toHaveAttribute("title", /\(.+\)$/);
  }
  await expect(details(page)).not.toContainText("Dan Wolf");
  await page.keyboard.press("Escape");
  await expect(article.getByText("Read by Ana, Ben and Chiara")).toBeVisible();
});

test("edited from what to what, reactions set and taken back, deleted: each with its time", async ({
  page,
  vendor,
}) => {
  const chat = vendor.chat();
  const message = await vendor.says(chat, "Saturday at nine", { minutesAgo: 3 });
  await vendor.edits(message, "Saturday at ten");
  await vendor.reacts(message, "🎉", chat.account.self);
  await vendor.reacts(message, "", chat.account.self);
  await vendor.deletes(message);
  await openChat(page);
  await openDetails(page);
  await expect(lines(page)).toContainText([
    /^Ana Ribeiro wrote this/,
    /^Kept here/,
    /^Edited.*BeforeSaturday at nineAfterSaturday at ten/,
    /^You reacted 🎉/,
    /^You took back 🎉/,
    /^Deleted/,
    /^Asked postpress/,
  ]);
  for (const line of await lines(page).all()) await expect(line.getByRole("time")).toHaveText(/\d\d:\d\d$/);
});

test("an edit that no webhook told is found by asking, and nothing becomes unread by it", async ({ page, vendor }) => {
  const message = await vendor.says(vendor.chat(), "Saturday at nine", { minutesAgo: 3 });
  editMessage(message, "Saturday at ten", new Date().toISOString());
  await openChat(page);
  await expect(page.getByRole("option", { name: /unread/ })).toHaveCount(0);
  await openDetails(page);
  await expect(lines(page).filter({ hasText: "Edited" })).toContainText("BeforeSaturday at nineAfterSaturday at ten");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("article")).toContainText("Saturday at ten");
  await expect(page.getByRole("article").getByRole("button", { name: "edited" })).toBeVisible();
  await expect(page.getByRole("option", { name: /Saturday at ten$/ })).toBeVisible();
  await expect(page.getByRole("option", { name: /unread/ })).toHaveCount(0);
});

test("a vendor that fails changes nothing, is said quietly, and is not asked again at once", async ({
  page,
  vendor,
}) => {
  const message = await vendor.says(vendor.chat(), "Saturday at nine", { minutesAgo: 3 });
  const path = `messages/${message.id}`;
  vendor.api.misbehave(path, "broken");
  await openChat(page);
  await openDetails(page);
  await expect(details(page).getByRole("status").filter({ hasText: "could not be asked just now" })).toBeVisible();
  await expect(lines(page)).toHaveCount(2);
  await page.keyboard.press("Escape");
  vendor.api.behave(path);
  await openDetails(page);
  await expect(lines(page)).toHaveCount(2);
  expect(vendor.api.asked(path)).toBe(1);
});

test("the delivery behind a line is there for an admin, with a copy of it, and not for an agent", async ({
  page,
  desk,
  browser,
  vendor,
}) => {
  const message = await vendor.says(vendor.chat(), "Saturday at nine", { minutesAgo: 3 });
  await openChat(page);
  await openDetails(page);
  await lines(page).first().getByRole("button", { name: "1 delivery" }).click();
  const raw = details(page).getByRole("group", { name: /^Delivery \d+$/ });
  await expect(raw).toContainText('"event": "message_received"');
  await expect(raw).toContainText(message.id);
  await expect(raw).not.toContainText(desk.secret);
  await expect(details(page).getByRole("button", { name: /^Copy delivery \d+$/ })).toBeVisible();

  const agent = {
    email: `ben-${message.id.toLowerCase()}@tandem.example`,
    name: "Ben Osei",
    password: "a saddle and two pedals",
  };
  await withClient(desk.databaseUrl, (client: unknown) => addUser(client, { ...agent, role: "agent" }));
  const context = await browser.newContext({ baseURL: desk.url });
  await signInAs(context, desk, agent);
  const agentsPage = await context.newPage();
  const histories: string[] = [];
  agentsPage.on("response", async (response) => {
    if (response.url().endsWith("/history") && response.ok()) histories.push(await response.text());
  });
  await openChat(agentsPage);
  await openDetails(agentsPage);
  await expect(lines(agentsPage)).toContainText([/wrote this/, /Kept here/]);
  await expect(details(agentsPage).getByRole("button", { name: /deliver/ })).toHaveCount(0);
  await expect.poll(() => histories.length).toBeGreaterThan(0);
  for (const history of histories) expect(history).not.toContain("message_received");
  await context.close();
});

test("the keyboard goes in and comes back, and nothing is wrong for assistive technology in either theme", async ({
  page,
  vendor,
}) => {
  const message = await vendor.says(vendor.chat(), "Saturday at nine", { minutesAgo: 3 });
  await vendor.edits(message, "Saturday at ten");
  await openChat(page);
  const opener = page.getByRole("article").getByRole("button", { name: /, message details$/ });
  await opener.focus();
  await page.keyboard.press("Enter");
  await expect(details(page).getByRole("button", { name: "Close" })).toBeFocused();
  await lines(page).first().getByRole("button", { name: "1 delivery" }).click();
  for (const theme of ["light", "dark"] as const) {
    await page.evaluate((dark) => document.documentElement.classList.toggle("dark", dark), theme === "dark");
    const { violations } = await new AxeBuilder({ page }).include("dialog").analyze();
    expect(violations.map(({ id, nodes }) => [theme, id, nodes.map(({ html }) => html)])).toEqual([]);
  }
  await page.keyboard.press("Escape");
  await expect(details(page)).toHaveCount(0);
  await expect(opener).toBeFocused();
  await expect(page).toHaveURL(/chat=/);
});
