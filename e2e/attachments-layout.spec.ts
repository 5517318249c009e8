import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { sql, test, type Desk } from "./desk";
import type { VendorMessage } from "../simulator/world";
import type { Vendor } from "./vendor";

const openChat = async (page: Page) => {
  await page.goto("/inbox");
  await page.getByRole("option").first().click();
};

/** As if the team had read it all: a chat with something unread opens there, and not at its end. */
const readAll = (desk: Desk) => sql(desk, `UPDATE "Chat" SET "readSequence" = 9000000000, "unreadCount" = 0`);

/** Everything that can hang on a message, and a picture and a file that the vendor refuses. */
async function fill(vendor: Vendor): Promise<void> {
  const chat = vendor.chat({ people: ["Ana Ribeiro", "Ben Osei"], subject: "Weekend ride" });
  const photos = (count: number) =>
    Array.from({ length: count }, (_, place) => ({ kind: "image", name: `${place}.jpg` }) as const);
  await vendor.says(chat, "The ride", { attachments: photos(5), minutesAgo: 9 });
  await vendor.says(chat, null, {
    attachments: [
      { kind: "gif", name: "wheel.gif" },
      { kind: "sticker", name: "bell" },
    ],
    minutesAgo: 8,
  });
  await vendor.says(chat, null, { attachments: [{ kind: "video", name: "ride.mp4", seconds: 4 }], minutesAgo: 7 });
  const lost = await vendor.says(chat, "Lost", { attachments: photos(2), minutesAgo: 6 });
  const alone = await vendor.says(chat, null, { attachments: photos(1), minutesAgo: 5 });
  for (const path of [vendor.attachmentPath(lost), vendor.attachmentPath(alone)]) vendor.api.misbehave(path, "broken");
  await vendor.says(chat, null, {
    attachments: [
      { kind: "voice", name: "note.wav", seconds: 7 },
      { kind: "audio", name: "jingle.wav", seconds: 3 },
    ],
    minutesAgo: 4,
  });
  await vendor.says(chat, null, {
    attachments: [
      { kind: "file", name: "a-price-list-with-a-name-that-is-much-too-long-for-a-phone.pdf" },
      { kind: "contact", name: "Chiara Conti.vcf" },
      { kind: "post", name: "Spring fair" },
      { kind: "image", name: "gone.jpg", isUnavailable: true },
    ],
    minutesAgo: 3,
  });
  await vendor.answers(chat, "Thank you", { attachments: photos(1), minutesAgo: 2 });
}

const untilAllIsThere = async (page: Page) => {
  await expect(page.getByText(/postpress did not hand over/)).toHaveCount(2);
  await expect(page.getByText("Thank you").last()).toBeVisible();
};

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in a chat with all of it, ${colorScheme}`, async ({ page, vendor }) => {
    await page.setViewportSize({ width: 1440, height: 2400 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await fill(vendor);
    await openChat(page);
    await untilAllIsThere(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
    expect(found).toEqual([]);
  });
}

test("at 320 px nothing is wider than the page, and every control is 44 px high for fingers", async ({
  browser,
  desk,
  session,
  vendor,
}) => {
  const context = await browser.newContext({
    baseURL: desk.url,
    viewport: { width: 320, height: 2800 },
    hasTouch: true,
    isMobile: true,
  });
  await context.addCookies(session);
  const page = await context.newPage();
  await fill(vendor);
  await openChat(page);
  await untilAllIsThere(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const messages = page.getByRole("region", { name: "Messages" });
  const controls = messages.locator("button, a, input[type=range]");
  expect(await controls.count()).toBeGreaterThan(15);
  const small = await controls.evaluateAll((all) =>
    all
      .map((control) => ({
        name: control.getAttribute("aria-label") ?? control.textContent,
        // what a finger can hit reaches beyond the words in places
        height: Math.max(
          control.getBoundingClientRect().height,
          Number.parseFloat(getComputedStyle(control, "::after").height) || 0,
        ),
      }))
      .filter(({ height }) => height > 0 && height < 44)
      .map(({ name }) => name),
  );
  expect(small).toEqual([]);
  await context.close();
});

test("nothing moves while pictures come", async ({ page, desk, vendor }) => {
  await page.addInitScript(() => {
    const moved = { score: 0 };
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ("value" in entry) moved.score += Number(entry.value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  const chat = vendor.chat();
  const messages: VendorMessage[] = [];
  for (let place = 0; place < 6; place += 1) {
    const attachments = Array.from(
      { length: place + 1 },
      (_, of) => ({ kind: "image", name: `${place}-${of}.jpg` }) as const,
    );
    messages.push(await vendor.says(chat, "Look", { attachments, minutesAgo: 6 - place }));
  }
  const releases = messages.flatMap((message) =>
    message.attachments.map((_, place) => vendor.api.hold(vendor.attachmentPath(message, place))),
  );
  await readAll(desk);
  await openChat(page);
  await expect(page.getByRole("group", { name: "Album of 6" })).toBeInViewport();
  await page.evaluate(() =>
    Object.assign(window, { moved: Object.assign(Reflect.get(window, "moved"), { score: 0 }) }),
  );
  for (const release of releases) release();
  const pictures = page.getByRole("group", { name: /^Album of [56]/ }).locator("img");
  await expect
    .poll(() =>
      pictures.evaluateAll(
        (all) => all.length > 0 && all.every((one) => one instanceof HTMLImageElement && one.naturalWidth > 0),
      ),
    )
    .toBe(true);
  await expect(pictures.last()).toHaveCSS("opacity", "1");
  const moved = () => page.evaluate(() => Number(Reflect.get(Reflect.get(window, "moved"), "score")));
  expect(await moved()).toBe(0);
  // the measure works: what does move is noticed
  await page.evaluate(() => {
    document.body.style.paddingTop = "200px";
  });
  await expect.poll(moved).toBeGreaterThan(0);
});

test("what is far outside the view is not fetched", async ({ page, desk, vendor }) => {
  const chat = vendor.chat();
  const messages: VendorMessage[] = [];
  for (let place = 0; place < 30; place += 1) {
    const kinds = [
      { kind: "image", name: `${place}.jpg` },
      { kind: "voice", name: `${place}.wav`, seconds: 5 },
    ] as const;
    messages.push(await vendor.says(chat, `Number ${place}`, { attachments: [...kinds], minutesAgo: 40 - place }));
  }
  await readAll(desk);
  await openChat(page);
  const asked = (place: number, of: number) => vendor.api.asked(vendor.attachmentPath(messages[place]!, of));
  await expect.poll(() => [asked(29, 0), asked(29, 1)]).toEqual([1, 1]);
  await page.waitForLoadState("networkidle");
  const far = messages.slice(0, 15).map((_, place) => [asked(place, 0), asked(place, 1)]);
  expect(far).toEqual(messages.slice(0, 15).map(() => [0, 0]));
  await page.getByText("Number 14", { exact: true }).scrollIntoViewIfNeeded();
  await expect.poll(() => [asked(14, 0), asked(14, 1)]).toEqual([1, 1]);
});
