/** Scrolling far, as fast as a hand does: frames, empty views, and what the page weighs before and after. */
import { openInbox } from "./browser.mjs";
import { frames } from "./figures.mjs";
import { followFrames, unfollowFrames } from "./probes.mjs";

const pxPerSecond = 8000;
const stepPx = 24_000;
/** Whoever has seen this much of a view without anything in it has seen it blank. */
const gapPx = 150;
const longestMs = 150_000;

/**
 * Turns the wheel over what scrolls around the first `selector`, until `isDone(items seen)` or for two and a half minutes; `direction` 1 is down.
 * @returns what followFrames noted
 */
export async function scrollFor({ page, session, selector, key, direction, isDone }) {
  const place = await page.evaluate(followFrames, { selector, key, gapPx });
  const endsAt = performance.now() + longestMs;
  let seen = 0;
  while (!isDone(seen) && performance.now() < endsAt) {
    await session.send("Input.synthesizeScrollGesture", {
      ...place,
      yDistance: -direction * stepPx,
      speed: pxPerSecond,
      gestureSourceType: "mouse",
      preventFling: true,
    });
    seen = await page.evaluate(() => window.followed.seen.size);
  }
  return page.evaluate(unfollowFrames);
}

/** @returns figures; see report.mjs */
async function measureScrolling({ browser, product, yardstick, what, count, path, ...where }) {
  const ask = { url: product.url, cookie: product.cookie };
  const { before, scrolled, after } = await browser.visit(ask, async (page, { session, weigh }) => {
    await openInbox(page, path);
    const before = await weigh();
    const scrolled = await scrollFor({ page, session, ...where, isDone: (seen) => seen >= count });
    return { before, scrolled, after: await weigh() };
  });
  return figuresOf({ what, count, yardstick, before, scrolled, after });
}

function figuresOf({ what, count, yardstick, before, scrolled, after }) {
  const { perSecond, slowShare, longestMs: longest } = frames(scrolled.stamps);
  const seconds = ((scrolled.stamps.at(-1) - scrolled.stamps[0]) / 1000).toFixed(0);
  const leastPerSecond = Math.min(58, yardstick.framesPerSecond * 0.97);
  const grown = after.heapMb - before.heapMb;
  return [
    {
      what: `${what}: scrolled through`,
      value: scrolled.seen,
      least: count,
      goal: "12",
      note: `in ${seconds} s, no throttle`,
    },
    {
      what: `${what}: frames per second`,
      value: perSecond,
      digits: 1,
      least: leastPerSecond,
      goal: "12",
      note: `a plain page: ${yardstick.framesPerSecond.toFixed(1)}`,
    },
    {
      what: `${what}: frames over 50 ms`,
      value: slowShare * 100,
      unit: "%",
      digits: 1,
      note: `longest ${longest.toFixed(0)} ms; a plain page: ${(yardstick.slowShare * 100).toFixed(1)} %`,
    },
    { what: `${what}: blank frames`, value: scrolled.blank, most: 0, goal: "12", note: `of ${scrolled.stamps.length}` },
    {
      what: `${what}: elements at most`,
      value: scrolled.mostElements,
      most: 2000,
      goal: "12",
      note: `${before.elements} before`,
    },
    {
      what: `${what}: heap grown by`,
      value: grown,
      unit: "MB",
      digits: 1,
      most: 20,
      goal: "12",
      note: `${before.heapMb.toFixed(1)} → ${after.heapMb.toFixed(1)}, garbage collected`,
    },
    ...processFigure({ what, yardstick, before, after }),
  ];
}

function processFigure({ what, yardstick, before, after }) {
  if (after.processMb === null) return [];
  const note = `${before.processMb.toFixed(0)} before; an empty page: ${yardstick.processMb.toFixed(0)}`;
  return [{ what: `${what}: memory of the page`, value: after.processMb, unit: "MB", most: 150, goal: "12", note }];
}

/** The list, downwards. */
export function measureChats(stage) {
  const where = { selector: '[role="option"]', key: "chat", direction: 1, path: "/inbox" };
  return measureScrolling({ ...stage, ...where, what: "list", count: stage.size.scrolled });
}

/** The chat of a hundred thousand messages, backwards from its end. */
export function measureMessages(stage) {
  const where = { selector: "[data-message]", key: "message", direction: -1, path: `/inbox?chat=${stage.deepest.id}` };
  return measureScrolling({ ...stage, ...where, what: "messages", count: stage.size.scrolled });
}
