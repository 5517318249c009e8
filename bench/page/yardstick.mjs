/** What this machine does at this moment, before any figure: a fixed loop, an empty page, and a plain page that scrolls. */
import { createServer } from "node:http";
import { once } from "node:events";
import { loadavg } from "node:os";
import { frames, median } from "./figures.mjs";
import { readLoad } from "./probes.mjs";
import { scrollFor } from "./scrolling.mjs";

const empty = "<!doctype html><title>Yardstick</title><p>An empty page with a few words</p>";
const rows = Array.from(
  { length: 4000 },
  (_, place) => `<p data-row="${place}" style="height:56px;margin:0">Row ${place}</p>`,
);
const plain = `<!doctype html><title>Yardstick</title><div style="height:100vh;overflow-y:scroll">${rows.join("")}</div>`;

export async function takeYardstick({ browser, runs }) {
  const server = createServer((request, answer) => {
    answer.setHeader("Content-Type", "text/html; charset=utf-8");
    answer.end(request.url === "/plain" ? plain : empty);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const url = `http://127.0.0.1:${server.address().port}`;
  try {
    const loads = [];
    for (let run = 0; run < runs; run += 1) loads.push(await browser.visit({ url, slowdown: 4 }, loadEmpty));
    const scrolled = await browser.visit({ url }, scrollPlain);
    return {
      loopMs: fixedLoop(),
      largestPaintMs: median(loads.map(({ load }) => load.largestPaintMs ?? load.firstPaintMs)),
      processMb: median(loads.map(({ weight }) => weight.processMb ?? Number.NaN)),
      framesPerSecond: frames(scrolled.stamps).perSecond,
      slowShare: frames(scrolled.stamps).slowShare,
      busy: loadavg()[0],
    };
  } finally {
    server.close();
  }
}

async function loadEmpty(page, { weigh }) {
  await page.goto("/", { waitUntil: "networkidle" });
  const load = await page.evaluate(readLoad);
  return { load, weight: await weigh() };
}

async function scrollPlain(page, { session }) {
  await page.goto("/plain", { waitUntil: "networkidle" });
  return scrollFor({ page, session, selector: "[data-row]", key: "row", direction: 1, isDone: (seen) => seen > 1000 });
}

function fixedLoop() {
  const startedAt = performance.now();
  let mixed = 1;
  for (let round = 0; round < 1e8; round += 1) mixed = (Math.imul(mixed, 31) + round) | 0;
  return mixed === 0 ? 0 : performance.now() - startedAt;
}
