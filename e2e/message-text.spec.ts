import { expect } from "@playwright/test";
import { test } from "./desk";

test("a message of 100,000 characters folds to a few hundred pixels, and opens to all of it", async ({
  page,
  vendor,
}) => {
  const text = Array.from({ length: 10_000 }, (_, place) => `word ${String(place).padStart(4, "0")}`).join(" ");
  expect(text.length).toBeGreaterThan(99_000);
  const chat = vendor.chat();
  await vendor.says(chat, text, { minutesAgo: 2 });
  await vendor.says(chat, "And a short one", { minutesAgo: 1 });
  await page.goto("/inbox");
  await page.getByRole("option").click();
  const long = page.getByRole("article").first();
  await expect(long).toContainText("word 0000");
  await expect(long).not.toContainText("word 0500");
  expect((await long.boundingBox())?.height).toBeLessThan(600);
  await long.getByRole("button", { name: "Show more" }).click();
  await expect(long).toContainText("word 9999");
  await long.getByRole("button", { name: "Show less" }).click();
  await expect(long).toBeInViewport();
  expect((await long.boundingBox())?.height).toBeLessThan(600);
});

test("a mention shows a name in the list, in the conversation and in what is quoted", async ({ page, vendor }) => {
  const ride = vendor.chat({ people: ["Ana Ribeiro", "Ben Osei"], subject: "Weekend ride" });
  const [ana, ben] = ride.people;
  await vendor.says(ride, "Here", { by: ben!, minutesAgo: 3 });
  const asked = await vendor.says(ride, `Is {{${ben!.providerId}}} in?`, { by: ana!, minutesAgo: 2 });
  await vendor.says(ride, `{{${ana!.providerId}}} and {{99999999999@lid}} know`, { by: ben!, quoted: asked });
  await page.goto("/inbox");
  await page.getByRole("option", { name: /Ben Osei: @Ana Ribeiro and @someone know$/ }).click();
  const last = page.getByRole("article").last();
  await expect(last).toContainText("Is @Ben Osei in?");
  await expect(last).toContainText("@Ana Ribeiro and @someone know");
  await expect(page.getByRole("region", { name: "Messages" })).not.toContainText("{{");
});

test("a name that reads from right to left leaves its row in order", async ({ page, vendor }) => {
  const ride = vendor.chat({ people: ["دانة", "Ben Osei"], subject: "Weekend ride" });
  await vendor.says(ride, "See you at nine", { by: ride.people[0]! });
  await page.goto("/inbox");
  const preview = page.getByRole("option").getByText("See you at nine");
  await expect(preview).toBeVisible();
  expect(await preview.evaluate((element) => getComputedStyle(element).direction)).toBe("ltr");
});

test("reactions say who on hover and focus, and list everybody on a click", async ({ page, vendor }) => {
  const ride = vendor.chat({ people: ["Ana Ribeiro", "Ben Osei"], subject: "Weekend ride" });
  const [ana, ben] = ride.people;
  const message = await vendor.says(ride, "Who is in?", { by: ana!, minutesAgo: 2 });
  await vendor.reacts(message, "👍", ben);
  await vendor.reacts(message, "👍", ride.account.self);
  await vendor.reacts(message, "🎉", ana);
  await page.goto("/inbox");
  await page.getByRole("option").click();
  const pills = page.getByRole("list", { name: "Reactions" }).getByRole("button");
  await expect(pills).toHaveText([/^👍2You, Ben$/, /^🎉Ana$/]);
  await pills.first().hover();
  const hint = page.getByRole("tooltip", { name: "" }).filter({ hasText: "You and Ben Osei reacted 👍" });
  await expect(hint).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(hint).toBeHidden();
  await pills.last().focus();
  await page.keyboard.press("Enter");
  const people = page.getByRole("dialog", { name: "Reactions" });
  await expect(people.getByRole("listitem")).toHaveText([/👍\s*You/, /👍\s*Ben Osei/, /🎉\s*Ana Ribeiro/]);
  await page.keyboard.press("Escape");
  await expect(people).toBeHidden();
  await expect(pills.last()).toBeFocused();
});
