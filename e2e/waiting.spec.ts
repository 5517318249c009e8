import { expect, type Page } from "@playwright/test";
import { test } from "./desk";

const views = (page: Page) => page.getByRole("navigation", { name: "Filters" });
const names = (page: Page) =>
  page.getByRole("option").evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label")?.split(",")[0]));

test("the queue is ordered by who waits longest, says how long, and ends with our answer alone", async ({
  page,
  vendor,
}) => {
  const account = vendor.account();
  const [ana, ben, chiara] = ["Ana Ribeiro", "Ben Osei", "Chiara Lindqvist"].map((name) =>
    vendor.chat({ account, people: [name] }),
  );
  await vendor.says(ana!, "Is it free?", { minutesAgo: 300 });
  await vendor.says(ana!, "Anybody there?", { minutesAgo: 5 });
  await vendor.says(ben!, "Hello", { minutesAgo: 200 });
  await vendor.says(chiara!, "Hello", { minutesAgo: 100 });
  await vendor.answers(chiara!, "Hello Chiara", { minutesAgo: 90 });

  await page.goto("/inbox");
  await expect(views(page).getByRole("link", { name: "All 3" })).toHaveAttribute("aria-current", "true");
  await views(page).getByRole("link", { name: "Waiting 2" }).click();
  await expect(page).toHaveURL(/\/inbox\?view=waiting$/);
  await expect.poll(() => names(page)).toEqual(["Ana Ribeiro", "Ben Osei"]);
  const first = page.getByRole("option").first();
  await expect(first).toHaveAccessibleName(/waiting for 5 h/);
  await expect(first.getByRole("time").first()).toHaveText("5 h");

  for (let time = 0; time < 3; time += 1) {
    await first.click();
    await expect(page.getByRole("heading", { name: "Ana Ribeiro", level: 2 })).toBeVisible();
    await expect(first).not.toHaveAccessibleName(/unread/);
    await page.keyboard.press("Escape");
    await expect(page.getByText("No chat open")).toBeVisible();
  }
  await page.reload();
  await expect.poll(() => names(page)).toEqual(["Ana Ribeiro", "Ben Osei"]);
  await expect(first).toHaveAccessibleName(/waiting for 5 h/);

  await vendor.answers(ana!, "It is.");
  await expect.poll(() => names(page)).toEqual(["Ben Osei"]);
  await expect(views(page).getByRole("link", { name: "Waiting 1" })).toBeVisible();
  await vendor.answers(ben!, "Hello Ben");
  await expect(page.getByText("Nobody is waiting")).toBeVisible();
  await expect(page.getByText("All holds 3 chats.")).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page).toHaveURL(/\/inbox$/);
  await expect(page.getByRole("option")).toHaveCount(3);
});

test("a new question joins the queue at its end, and what is added to an old one changes nothing", async ({
  page,
  vendor,
}) => {
  const account = vendor.account();
  const ana = vendor.chat({ account, people: ["Ana Ribeiro"] });
  await vendor.says(ana, "Is it free?", { minutesAgo: 120 });
  await vendor.says(vendor.chat({ account, people: ["Ben Osei"] }), "Hello", { minutesAgo: 60 });
  await page.goto("/inbox?view=waiting");
  await expect.poll(() => names(page)).toEqual(["Ana Ribeiro", "Ben Osei"]);
  await vendor.says(ana, "Please?");
  await vendor.says(vendor.chat({ account, people: ["Chiara Lindqvist"] }), "Good morning");
  await expect.poll(() => names(page)).toEqual(["Ana Ribeiro", "Ben Osei", "Chiara Lindqvist"]);
  await expect(page.getByRole("option").first()).toHaveAccessibleName(/waiting for 2 h, Please\?$/);
});

test("before the first message the queue says how one comes in", async ({ page }) => {
  await page.goto("/inbox?view=waiting");
  await expect(page.getByText("No messages yet")).toBeVisible();
  await expect(page.getByText("Nobody is waiting")).toHaveCount(0);
});
