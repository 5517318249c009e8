/** A cold load of the inbox, signed in, with rows in the first HTML: its script, its first and largest paint, its shifts. */
import { layoutShiftScore, median } from "./figures.mjs";
import { readLoad } from "./probes.mjs";

const slowdown = 4;

/** @returns figures; see report.mjs */
export async function measureLoading({ browser, product, yardstick, runs }) {
  const ask = { url: product.url, cookie: product.cookie, slowdown };
  const scriptBytes = await browser.visit({ ...ask, slowdown: 1 }, sumOfScripts);
  const loads = [];
  for (let run = 0; run < runs; run += 1) loads.push(await browser.visit(ask, loadOnce));
  const of = (name) => median(loads.map((load) => load[name]).filter((value) => value !== null));
  const how = `CPU ÷ ${slowdown}, median of ${runs} fresh contexts`;
  const largest = of("largestPaintMs");
  return [
    { what: "script, gzip, no chat open", value: scriptBytes / 1000, unit: "kB", digits: 1, most: 165, goal: "9" },
    {
      what: "largest contentful paint",
      value: largest,
      unit: "ms",
      most: 400,
      goal: "10",
      note: `${how}; ${(largest / yardstick.largestPaintMs).toFixed(1)} × an empty page; “${loads[0].largestIs ?? ""}”`,
    },
    { what: "first contentful paint", value: of("firstPaintMs"), unit: "ms", note: how },
    {
      what: "first byte",
      value: of("firstByteMs"),
      unit: "ms",
      note: `${how}; ${(of("htmlBytes") / 1000).toFixed(1)} kB of HTML, compressed`,
    },
    { what: "loaded", value: of("loadedMs"), unit: "ms", note: how },
    {
      what: "layout shift of the load",
      value: Math.max(...loads.map(({ shifts }) => layoutShiftScore(shifts))),
      digits: 4,
      most: 0.005,
      goal: "10",
      note: "worst of them",
    },
  ];
}

/** What is taken over the wire until the page rests, as `npm test` counts it. */
async function sumOfScripts(page) {
  const sizes = [];
  page.on("response", (response) => {
    const request = response.request();
    if (request.resourceType() === "script") sizes.push(request.sizes().then((size) => size.responseBodySize));
  });
  await page.goto("/inbox", { waitUntil: "networkidle" });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function loadOnce(page) {
  await page.goto("/inbox", { waitUntil: "networkidle" });
  if ((await page.getByRole("option").count()) === 0) throw new Error("the inbox shows no chat");
  return page.evaluate(readLoad);
}
