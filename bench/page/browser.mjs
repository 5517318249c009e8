/** A browser as the figures want it: fresh contexts, a throttled processor, and what the page weighs. */
import { readFileSync } from "node:fs";
import { chromium } from "playwright";
import { ensureChromium } from "../../scripts/chromium.mjs";
import { awaitOpened, untilIdle } from "./probes.mjs";

const look = {
  viewport: { width: 1440, height: 900 },
  locale: "en-GB",
  timezoneId: "Europe/Lisbon",
  colorScheme: "light",
};

/** @returns `{ visit, close }` */
export async function openBrowser() {
  const executablePath = await ensureChromium();
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath, args });
  return {
    version: browser.version(),
    visit: (how, work) => visit(browser, how, work),
    close: () => browser.close(),
  };
}

/**
 * Runs `work(page, tools)` in a context of its own, without cache, at `slowdown` times less processor; `cookie` is the value of a Cookie
 * header for `url`. Tools: `slow(factor)`, `weigh()`.
 */
async function visit(browser, { url, cookie, slowdown = 1 }, work) {
  const context = await browser.newContext({ ...look, baseURL: url });
  try {
    if (cookie) await context.addCookies(toCookies(cookie, url));
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const slow = (factor) => session.send("Emulation.setCPUThrottlingRate", { rate: factor });
    await slow(slowdown);
    return await work(page, { session, slow, weigh: () => weigh({ browser, page, session }) });
  } finally {
    await context.close();
  }
}

/** The inbox, or one of its addresses, loaded and come to rest. */
export async function openInbox(page, path = "/inbox") {
  await page.goto(path, { waitUntil: "networkidle" });
  await page.getByRole("option").first().waitFor();
  await page.evaluate(untilIdle);
}

/** @returns ms from the click at this place to the frame that shows the chat's messages */
export async function clickChat(page, { id, x, y }) {
  await page.evaluate(awaitOpened, id);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
  return page.evaluate(() => window.opened);
}

function toCookies(header, url) {
  return header.split("; ").map((pair) => {
    const place = pair.indexOf("=");
    return { name: pair.slice(0, place), value: pair.slice(place + 1), url };
  });
}

/** After the garbage is gone: the script's heap, the elements of the document, and the memory that the page's process has to itself. */
async function weigh({ browser, page, session }) {
  for (let round = 0; round < 2; round += 1) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const elements = await page.evaluate(() => document.getElementsByTagName("*").length);
  return { heapMb: usedSize / 1e6, elements, processMb: await processMb(browser) };
}

/** Private memory of the largest page process, as a task manager says it; null where the system does not tell. */
async function processMb(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const sizes = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => privateMb(id));
  return sizes.some((size) => size === null) ? null : Math.max(...sizes);
}

function privateMb(pid) {
  try {
    const [, kilobytes] = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1000;
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}
