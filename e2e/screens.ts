/** Every screen with everything it can hold, for the tests that look at all of them. A screen that is new is added here. */
import { expect, type Page } from "@playwright/test";
import { untilKeysWork } from "./desk";
import type { Vendor } from "./vendor";

/** A chat with everything a conversation can hold, another network, and a delivery that was not understood. */
export async function fillDesk(vendor: Vendor): Promise<void> {
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

export async function openRide(page: Page): Promise<void> {
  await page.goto("/inbox");
  await page.getByRole("option", { name: /^Weekend ride/ }).click();
  await expect(page.getByText("Count us in").last()).toBeVisible();
}

const open = async (page: Page, button: string | RegExp) => {
  await page.goto("/inbox");
  await untilKeysWork(page);
  await page.getByRole("button", { name: button, exact: true }).click();
};

/** Each opens its screen on a page that is signed in. */
export const screens: Record<string, (page: Page) => Promise<unknown>> = {
  list: (page) => page.goto("/inbox"),
  "empty filter": (page) => page.goto("/inbox?provider=NONE"),
  conversation: openRide,
  "no such chat": async (page) => {
    await page.goto("/inbox?chat=00000000-0000-4000-8000-000000000000");
    await expect(page.getByText("There is no such chat here")).toBeVisible();
  },
  "date of a chat": async (page) => {
    await openRide(page);
    await page.getByRole("button", { name: "Go to a date", exact: true }).click();
    await expect(page.getByRole("dialog", { name: "Go to a date" })).toBeVisible();
  },
  "filter menu": (page) => open(page, "Filter"),
  "theme menu": (page) => open(page, "Theme"),
  "user menu": (page) => open(page, /^You, /),
  "keys sheet": async (page) => {
    await page.goto("/inbox");
    await untilKeysWork(page);
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  },
  accounts: async (page) => {
    await page.goto("/settings/accounts");
    await page.getByText("Name and colour").first().click();
  },
  "remove an account": async (page) => {
    await page.goto("/settings/accounts");
    await page.getByRole("button", { name: "Remove…" }).first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  webhook: (page) => page.goto("/settings/webhook"),
  deliveries: async (page) => {
    await page.goto("/settings/deliveries");
    await page.getByRole("group").first().click();
  },
  keyboard: (page) => page.goto("/settings/keyboard"),
  account: (page) => page.goto("/settings/account"),
  "no such page": (page) => page.goto("/nowhere"),
};

/** The pages of whoever is not signed in. */
export const frontScreens: Record<string, (page: Page) => Promise<unknown>> = {
  "sign-in": (page) => page.goto("/login"),
  "wrong password": (page) => page.goto("/login?error=CredentialsSignin"),
  "set-up link unknown": (page) => page.goto("/setup?token=none"),
};

/** Opens each and waits until it is there. */
export async function eachScreen(page: Page, of: typeof screens, look: (name: string) => Promise<void>): Promise<void> {
  for (const [name, show] of Object.entries(of)) {
    await show(page);
    await expect(page.locator("h1, h2").filter({ visible: true }).first()).toBeVisible();
    await look(name);
  }
}
