/** Functions that run inside a page: each stands alone, because the browser gets its text. */

/** What the browser kept of the load: times in ms since the navigation began. */
export async function readLoad() {
  const kept = (type) =>
    new Promise((resolve) => {
      const entries = [];
      const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
      observer.observe({ type, buffered: true });
      setTimeout(() => {
        observer.disconnect();
        resolve(entries);
      }, 100);
    });
  const [paints, shifts] = await Promise.all([kept("largest-contentful-paint"), kept("layout-shift")]);
  const [navigation] = performance.getEntriesByType("navigation");
  const [firstPaint] = performance.getEntriesByName("first-contentful-paint");
  return {
    firstByteMs: navigation.responseStart,
    loadedMs: navigation.loadEventEnd,
    htmlBytes: navigation.encodedBodySize,
    firstPaintMs: firstPaint?.startTime ?? null,
    largestPaintMs: paints.at(-1)?.startTime ?? null,
    largestIs: paints.at(-1)?.element?.textContent.slice(0, 40) ?? null,
    shifts: shifts.map(({ startTime, value, hadRecentInput }) => ({ startTime, value, hadRecentInput })),
  };
}

/** Collects events that belong to interactions, and layout shifts, until `window.bench.take()` empties the basket. */
export function watch() {
  const bench = { events: [], shifts: [] };
  const events = new PerformanceObserver((list) => {
    for (const { interactionId, name, duration, startTime, processingStart, processingEnd } of list.getEntries())
      bench.events.push({ interactionId, name, duration, startTime, processingStart, processingEnd });
  });
  events.observe({ type: "event", durationThreshold: 16 });
  const shifts = new PerformanceObserver((list) => {
    for (const { startTime, value, hadRecentInput, sources } of list.getEntries())
      bench.shifts.push({
        startTime,
        value,
        hadRecentInput,
        of: sources.map(({ node }) => (node?.textContent ?? "").slice(0, 60)),
      });
  });
  shifts.observe({ type: "layout-shift" });
  const interactionsBefore = performance.interactionCount;
  bench.take = () => ({ ...bench, take: undefined, interactions: performance.interactionCount - interactionsBefore });
  window.bench = bench;
}

/** Until nothing is to be done: three times in a row the browser offers all of its idle time. */
export function untilIdle() {
  return new Promise((resolve) => {
    let calm = 0;
    const look = (deadline) => {
      calm = deadline.timeRemaining() > 40 ? calm + 1 : 0;
      if (calm === 3) resolve();
      else window.requestIdleCallback(look);
    };
    window.requestIdleCallback(look);
  });
}

/** Arms `window.opened`: from the next click to the end of the frame that shows the messages of this chat, in ms. */
export function awaitOpened(chatId) {
  let clickedAt = null;
  window.addEventListener("click", (event) => (clickedAt = event.timeStamp), { capture: true, once: true });
  const isShown = () =>
    clickedAt !== null &&
    document.querySelector('[role="option"][aria-selected="true"]')?.dataset.chat === chatId &&
    document.querySelector('[aria-label="Messages"] [data-message]') !== null;
  window.opened = new Promise((resolve) => {
    const look = () => {
      if (isShown()) setTimeout(() => resolve(performance.now() - clickedAt), 0);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/**
 * Follows each frame of what scrolls around the first `selector`: when it began, which items have been there, and whether more than `gapPx` of
 * the view lay empty. Ground is what is taller than the view; everything else is something to see. The figures grow in `window.followed`.
 */
export function followFrames({ selector, key, gapPx }) {
  const countEveryMs = 80;
  let box = document.querySelector(selector);
  const scrolls = (element) => /auto|scroll/.test(window.getComputedStyle(element).overflowY);
  while (box && !(box.scrollHeight > box.clientHeight && scrolls(box))) box = box.parentElement;
  const { left, top, width, height } = box.getBoundingClientRect();
  const followed = { stamps: [], seen: new Set(), blank: 0, mostElements: 0, isOver: false };
  const isGround = (found) => found === null || found === box || found.contains(box) || found.offsetHeight > height;
  const longestEmpty = () => {
    let [longest, empty] = [0, 0];
    for (let y = top + 10; y < top + height - 10; y += 30) {
      empty = isGround(document.elementFromPoint(left + width / 2, y)) ? empty + 30 : 0;
      longest = Math.max(longest, empty);
    }
    return longest;
  };
  let countedAt = 0;
  const count = (stamp) => {
    if (stamp - countedAt < countEveryMs) return;
    countedAt = stamp;
    for (const element of box.querySelectorAll(selector)) followed.seen.add(element.dataset[key]);
    followed.mostElements = Math.max(followed.mostElements, document.getElementsByTagName("*").length);
  };
  const look = (stamp) => {
    if (followed.isOver) return;
    followed.stamps.push(stamp);
    if (longestEmpty() > gapPx) followed.blank += 1;
    count(stamp);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  window.followed = followed;
  return { x: left + width / 2, y: top + height / 2 };
}

/** Ends it. */
export function unfollowFrames() {
  const { stamps, seen, blank, mostElements } = window.followed;
  window.followed.isOver = true;
  return { stamps, seen: seen.size, blank, mostElements };
}

/** Notes when each of these texts is painted in the list, by the clock of the machine. The notes grow in `window.painted`. */
export function followTexts() {
  const awaited = new Set();
  const painted = {};
  const look = () => {
    const found = Array.from(awaited).filter((text) =>
      document.querySelector('[role="listbox"]').textContent.includes(text),
    );
    for (const text of found) awaited.delete(text);
    if (found.length === 0) return;
    const note = () => {
      for (const text of found) painted[text] = Date.now();
    };
    requestAnimationFrame(() => setTimeout(note, 0));
  };
  new window.MutationObserver(look).observe(document.body, { childList: true, characterData: true, subtree: true });
  window.painted = { expect: (text) => awaited.add(text), take: () => ({ ...painted }) };
}
