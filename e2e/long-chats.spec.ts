import { expect, type Locator, type Page } from "@playwright/test";
import { sql, test, untilKeysWork } from "./desk";
import { addLongChat } from "./long-chat";

const region = (page: Page) => page.getByRole("region", { name: "Messages" });
const line = (page: Page, number: number) =>
  page.getByRole("article").filter({ has: page.getByText(new RegExp(`^Line ${number}\\b`)) });
const divider = (page: Page, count: number) => page.getByRole("separator", { name: `${count} new messages` });

async function topOf(locator: Locator): Promise<number> {
  await expect.poll(() => locator.boundingBox()).not.toBeNull();
  return (await locator.boundingBox())?.y ?? Number.NaN;
}

async function expectSamePixel(locator: Locator, before: number): Promise<void> {
  expect(Math.abs((await topOf(locator)) - before)).toBeLessThanOrEqual(1);
}

/** Turns the wheel over the messages, a notch a frame, until the line is in view. */
async function wheelTo(page: Page, target: Locator, notch: number): Promise<void> {
  await region(page).hover();
  for (let turns = 0; turns < 200 && !(await isInView(target)); turns += 1) await page.mouse.wheel(0, notch);
  await expect(target).toBeInViewport();
}

/** Asked in one go: what is there now may be let go in the next moment. */
function isInView(target: Locator): Promise<boolean> {
  return target.evaluateAll((found) =>
    found.some((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 60 && top < window.innerHeight;
    }),
  );
}

test.describe("opening", () => {
  test("a chat with 120 new messages opens at the divider with one request, and a banner leads back to it", async ({
    page,
    desk,
    vendor,
  }) => {
    await addLongChat(desk, vendor, { messages: 400, unread: 120 });
    const asked: string[] = [];
    await page.route(/\/messages\?/, async (route) => {
      const { search } = new URL(route.request().url());
      asked.push(search);
      if (search === "?around=unread") await route.continue();
    });
    await page.goto("/inbox");
    await page.getByRole("option", { name: /120 unread/ }).click();
    await expect(divider(page, 120)).toBeInViewport();
    expect(asked[0]).toBe("?around=unread");
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.reload();

    const first = divider(page, 120);
    await expect(first).toBeInViewport();
    const below = first.locator("xpath=following-sibling::article[1]");
    await expect(below).toHaveAccessibleDescription(/^Line 252/);
    await expect(page.getByRole("button", { name: "120 new" })).toHaveCount(1);
    await page.keyboard.press("End");
    await expect(line(page, 400)).toBeInViewport();
    await expect(page.getByRole("option", { name: /unread/ })).toHaveCount(0);
    await page.getByRole("button", { name: "120 new" }).click();
    await expect(divider(page, 120)).toBeInViewport();
    await expect(below).toHaveAccessibleDescription(/^Line 252/);
    await expect(below).toBeFocused();
    await expect(page.getByRole("button", { name: "120 new" })).toHaveCount(0);
  });

  test("the divider stays while one reads on, and goes with leaving the chat", async ({ page, desk, vendor }) => {
    const { chat } = await addLongChat(desk, vendor, { messages: 60, unread: 3 });
    await page.goto("/inbox");
    await page.getByRole("option").click();
    await expect(divider(page, 3)).toBeInViewport();
    await expect(page.getByRole("option", { name: /unread/ })).toHaveCount(0);
    await vendor.says(chat, "And one more");
    await expect(page.getByText("And one more", { exact: true }).last()).toBeInViewport();
    await expect(divider(page, 3)).toBeInViewport();
    const unread = async () =>
      (await sql(desk, 'SELECT sum("unreadCount")::int AS "count" FROM "Chat"')).rows[0]?.count;
    await expect.poll(unread).toBe(0); // it was read where it came in
    await page.keyboard.press("Escape");
    await page.getByRole("option").click();
    await expect(line(page, 60)).toBeInViewport();
    await expect(region(page).getByRole("separator")).toHaveCount(0);
  });

  test("what came late counts as new where it stands, further up", async ({ page, desk, vendor }) => {
    const { chat } = await addLongChat(desk, vendor, { messages: 60 });
    await vendor.says(chat, "Written long ago", { minutesAgo: 30.5 });
    await page.goto("/inbox");
    await page.getByRole("option", { name: /1 unread/ }).click();
    const first = page.getByRole("separator", { name: "1 new message" });
    await expect(first).toBeInViewport();
    await expect(first.locator("xpath=following-sibling::article[1]")).toHaveAccessibleDescription(/^Written long ago/);
    await expect(page.getByRole("button", { name: "1 new" })).toBeVisible();
  });

  test("a chat that was left in the middle opens there again", async ({ page, desk, vendor }) => {
    await addLongChat(desk, vendor, { messages: 300 });
    await page.goto("/inbox");
    await page.getByRole("option").click();
    await wheelTo(page, line(page, 270), -400);
    const before = await topOf(line(page, 270));
    await page.keyboard.press("Escape");
    await expect(region(page)).toHaveCount(0);
    await page.getByRole("option").click();
    await expectSamePixel(line(page, 270), before);
  });
});

test.describe("reading on", () => {
  test("pages above and below come without moving what is being read", async ({ page, desk, vendor }) => {
    const { url, idOf } = await addLongChat(desk, vendor, { messages: 600 });
    const held: (() => void)[] = [];
    await page.route(/messages\?(before|after)=/, async (route) => {
      await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    });
    await page.goto(`${url}&message=${await idOf(300)}`);
    await expect(line(page, 300)).toBeInViewport();
    await expect(page.getByRole("article")).toHaveCount(50);
    await expect.poll(() => held.length).toBe(2);
    const before = await topOf(line(page, 300));
    for (const release of held.splice(0)) release();
    for (const beyond of [270, 330]) await expect(line(page, beyond)).toHaveCount(1);
    await expectSamePixel(line(page, 300), before);
  });

  test("a picture that grows and a font that comes late above move nothing", async ({ page, desk, vendor }) => {
    const { url, idOf } = await addLongChat(desk, vendor, { messages: 300 });
    await page.goto(`${url}&message=${await idOf(150)}`);
    const read = line(page, 150);
    await expect(read).toBeInViewport();
    const before = await topOf(read);
    await line(page, 140).evaluate((element) => {
      element.style.paddingBottom = "333px";
    });
    await expect.poll(() => line(page, 140).evaluate((element) => element.clientHeight)).toBeGreaterThan(333);
    await expectSamePixel(read, before);
    await line(page, 155).evaluate((element) => {
      element.style.paddingBottom = "333px";
    });
    await expect.poll(() => line(page, 155).evaluate((element) => element.clientHeight)).toBeGreaterThan(333);
    await expectSamePixel(read, before);
  });

  test("late messages take their place silently", async ({ page, desk, vendor }) => {
    const { chat, url, idOf } = await addLongChat(desk, vendor, { messages: 300 });
    await page.goto(`${url}&message=${await idOf(150)}`);
    const read = line(page, 150);
    await expect(read).toBeInViewport();
    const before = await topOf(read);
    await vendor.says(chat, "Held up on the way", { minutesAgo: 170.5 }); // above what is in view
    await expect(region(page).getByText("Held up on the way", { exact: true })).toBeAttached({ timeout: 15_000 });
    await expectSamePixel(read, before);
  });

  test("who follows the end stays there when hundreds come at once", async ({ page, desk, vendor }) => {
    const { chat, url } = await addLongChat(desk, vendor, { messages: 100 });
    await page.goto(url);
    await expect(line(page, 100)).toBeInViewport();
    await vendor.saysAll(
      chat,
      Array.from({ length: 300 }, (_, place) => `News ${place + 1}`),
    );
    await expect(page.getByText("News 300", { exact: true }).last()).toBeInViewport({ timeout: 15_000 });
    await expect(page.getByRole("button", { name: "To the end" })).toHaveCount(0);
  });
});

test.describe("jumping", () => {
  test("to a quoted message wherever it is, and back to where one was", async ({ page, desk, vendor }) => {
    const { url } = await addLongChat(desk, vendor, { messages: 900, quote: { by: 890, of: 100 } });
    await page.goto(url);
    const answer = line(page, 890);
    await expect(answer).toBeInViewport();
    const before = await topOf(answer);
    await answer.getByRole("button", { name: /Line 100/ }).click();
    await expect(line(page, 100)).toBeInViewport();
    await expect(line(page, 100)).toBeFocused();
    await expect(answer).toHaveCount(0);
    await page.getByRole("button", { name: "Back" }).click();
    await expect(answer).toBeInViewport();
    await expectSamePixel(answer, before);
    await expect(page.getByRole("button", { name: "Back" })).toHaveCount(0);
  });

  test("to a date, to the first message and to the end", async ({ page, desk, vendor }) => {
    const { url } = await addLongChat(desk, vendor, { messages: 2_000, minutesApart: 60 });
    await page.goto(url);
    await expect(line(page, 2_000)).toBeInViewport();
    await page.getByRole("button", { name: "Go to a date" }).click();
    const dialog = page.getByRole("dialog", { name: "Go to a date" });
    const day = dialog.getByLabel("Go to a date");
    const [from, to] = [await day.getAttribute("min"), await day.getAttribute("max")];
    expect(Date.parse(to ?? "") - Date.parse(from ?? "")).toBeGreaterThan(80 * 86_400_000);
    const wanted = new Date(Date.parse(to ?? "") - 40 * 86_400_000).toISOString().slice(0, 10);
    await day.fill(wanted);
    await dialog.getByRole("button", { name: "Go", exact: true }).click();
    await expect(dialog).toHaveCount(0);
    const focused = page.locator("article:focus");
    await expect(focused).toBeInViewport();
    const shown = await focused.getByRole("time").first().getAttribute("datetime");
    const lisbonDay = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Lisbon" }).format(Date.parse(shown ?? ""));
    expect(lisbonDay).toBe(wanted);

    await page.keyboard.press("d");
    await dialog.getByRole("button", { name: "First message" }).click();
    await expect(line(page, 1)).toBeInViewport();
    await expect(line(page, 1)).toBeFocused();
    await page.getByRole("button", { name: "To the end" }).click();
    await expect(line(page, 2_000)).toBeInViewport();
    await expect(line(page, 2_000)).toBeFocused();
  });

  test("by a link to a message, and by one that leads nowhere any more", async ({ page, desk, vendor }) => {
    const { url, idOf } = await addLongChat(desk, vendor, { messages: 500 });
    await page.goto(`${url}&message=${await idOf(40)}`);
    await expect(line(page, 40)).toBeInViewport();
    await page.goto(`${url}&message=00000000-0000-4000-8000-000000000000`);
    await expect(line(page, 500)).toBeInViewport();
  });
});

test.describe("the keyboard", () => {
  test("messages are one Tab stop, the arrows move inside, Enter goes into one and Escape comes out", async ({
    page,
    vendor,
  }) => {
    const chat = vendor.chat();
    await vendor.says(chat, "First", { minutesAgo: 9 });
    await vendor.says(chat, null, { eventType: 8, minutesAgo: 8 });
    await vendor.says(chat, "See https://example.org/a and https://example.org/b", { minutesAgo: 7 });
    await vendor.says(chat, "Last", { minutesAgo: 6 });
    await page.goto("/inbox");
    await page.getByRole("option").click();
    await expect(page.getByRole("article")).toHaveCount(4);
    const [first, event, links, last] = await page.getByRole("article").all();
    await expect(last!).toHaveAttribute("tabindex", "0");
    await expect(region(page).locator("[tabindex='0']")).toHaveCount(1);
    await page.getByRole("button", { name: "Mark unread" }).focus();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Load older from WhatsApp" })).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(last!).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await expect(links!).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(links!.getByRole("link").first()).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(links!.getByRole("link").last()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(links!).toBeFocused();
    await expect(links!.getByRole("link").first()).toHaveAttribute("tabindex", "-1");
    await page.keyboard.press("ArrowUp");
    await expect(event!).toBeFocused();
    await page.keyboard.press("Home");
    await expect(first!).toBeFocused();
    await page.keyboard.press("End");
    await expect(last!).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(region(page).locator(":focus")).toHaveCount(0);
    await page.keyboard.press("Shift+Tab");
    await expect(last!).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("option")).toBeFocused();
  });

  test("the focused message is not hidden under the day, and the focus stays when its message is let go", async ({
    page,
    desk,
    vendor,
  }) => {
    test.setTimeout(60_000);
    const { url, idOf } = await addLongChat(desk, vendor, { messages: 1_000, minutesApart: 10 });
    await page.goto(`${url}&message=${await idOf(700)}`);
    await untilKeysWork(page);
    await line(page, 700).focus();
    for (let step = 0; step < 25; step += 1) {
      await page.keyboard.press("ArrowUp");
      const [label, top] = await page.locator("article:focus").evaluate((element) => {
        const box = element.closest("[role=region]")?.getBoundingClientRect();
        return [(box?.top ?? 0) + 32, element.getBoundingClientRect().top];
      });
      expect(top).toBeGreaterThanOrEqual(label);
    }
    await expect(line(page, 675)).toBeFocused();
    await wheelTo(page, line(page, 500), -500);
    await expect(line(page, 675)).toHaveCount(0);
    await expect(region(page).locator("article:focus")).toHaveCount(1);
  });
});

test("a chat of 100,000 messages opens at once, and scrolling 5,000 of them back leaves the page as light as before", async ({
  page,
  desk,
  vendor,
}) => {
  test.setTimeout(120_000);
  await addLongChat(desk, vendor, { messages: 100_000, unread: 30 });
  await page.goto("/inbox");
  const row = page.getByRole("option");
  await expect(row).toBeVisible();
  const start = Date.now();
  await row.click();
  await expect(divider(page, 30)).toBeInViewport();
  const openedMs = Date.now() - start;

  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  const heapMb = async () => {
    await devtools.send("HeapProfiler.collectGarbage");
    const { metrics } = await devtools.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0) / 1e6;
  };
  await page.keyboard.press("End");
  const heapBefore = await heapMb();
  const scrolled = await region(page).evaluate(scrollBack, 5_000);
  await expect(region(page)).toBeVisible();
  const heapAfter = await heapMb();
  await expect.poll(() => page.evaluate(() => document.querySelectorAll("*").length)).toBeLessThanOrEqual(2_000);
  const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
  console.log(
    `opened in ${openedMs} ms; ${scrolled.messages} messages in ${Math.round(scrolled.ms)} ms, ${scrolled.frames} frames, ` +
      `${scrolled.blank} blank, at most ${scrolled.mostNodes} nodes; then ${nodes} nodes, heap ${heapBefore.toFixed(1)} → ${heapAfter.toFixed(1)} MB`,
  );
  expect(scrolled.messages).toBeGreaterThanOrEqual(5_000);
  expect(scrolled.blank).toBe(0);
  expect(heapAfter - heapBefore).toBeLessThanOrEqual(20);
});

/** In the page: scrolls up a third of a screen a frame until so many messages have passed, and looks whether one is in view each time. */
async function scrollBack(box: Element, wanted: number) {
  const numbers = () =>
    Array.from(box.querySelectorAll("[data-message]"), (one) => Number(/Line (\d+)/.exec(one.textContent)?.[1]));
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const [first = 0] = numbers().slice(-1);
  const result = { messages: 0, frames: 0, blank: 0, mostNodes: 0, ms: 0 };
  const start = performance.now();
  while (result.messages < wanted && performance.now() - start < 90_000) {
    box.scrollTop -= box.clientHeight / 3;
    await frame();
    const view = box.getBoundingClientRect();
    const isCovered = [0.1, 0.5, 0.9].every((part) => {
      const y = view.top + view.height * part;
      return Array.from(box.querySelectorAll("section")).some((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return top <= y && bottom >= y;
      });
    });
    result.frames += 1;
    result.blank += isCovered ? 0 : 1;
    result.mostNodes = Math.max(result.mostNodes, document.querySelectorAll("*").length);
    result.messages = first - (numbers()[0] ?? first);
  }
  result.ms = performance.now() - start;
  return result;
}
