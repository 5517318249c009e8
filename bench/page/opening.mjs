/** Opening the chat that holds the most messages, for the first time. */
import { clickChat, openInbox } from "./browser.mjs";
import { median } from "./figures.mjs";

/** @returns figures; see report.mjs */
export async function measureOpening({ browser, product, deepest, runs }) {
  const openAt = async (slowdown) => {
    const times = [];
    for (let run = 0; run < runs; run += 1)
      times.push(await browser.visit({ ...product, slowdown }, (page) => openOnce(page, deepest.id)));
    return times;
  };
  const [plain, slow] = [await openAt(1), await openAt(4)];
  const what = `chat of ${deepest.count} messages, click to painted`;
  const how = (times) => `median of ${runs} fresh contexts, slowest ${Math.max(...times).toFixed(0)}`;
  return [
    { what, value: median(plain), unit: "ms", most: 500, goal: "issue 3", note: `no throttle, ${how(plain)}` },
    { what, value: median(slow), unit: "ms", note: `CPU ÷ 4, ${how(slow)}` },
  ];
}

async function openOnce(page, chatId) {
  await openInbox(page);
  const { x, y, height } = await page.locator(`[role="option"][data-chat="${chatId}"]`).boundingBox();
  return clickChat(page, { id: chatId, x: x + 120, y: y + height / 2 });
}
