/** What can be measured of a page as it is drawn: sideways scrolling, cut text, faint text, targets too small for a finger. */
import { expect, type Page } from "@playwright/test";

/** How many pixels the page can be scrolled sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

type MeasuredText = { words: string; cutPx: number; contrast: number };

/** Each text that is seen: how much of its height is cut off by its row, its button or its box, and how much it stands out from its ground. */
function measureTexts(): MeasuredText[] {
  const brush = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", {
    willReadFrequently: true,
  });
  /** Colours one over another, the topmost last, as how bright they are together. */
  function brightness(colours: string[]): number {
    if (!brush) throw new Error("no canvas to mix colours on");
    for (const colour of ["#fff", ...colours]) {
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 1, 1);
    }
    const linear = (byte: number) => (byte <= 10 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
    const [red = 0, green = 0, blue = 0] = Array.from(brush.getImageData(0, 0, 1, 1).data, linear);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
  function upFrom(element: Element): Element[] {
    const boxes: Element[] = [];
    for (let box: Element | null = element; box !== null; box = box.parentElement) boxes.push(box);
    return boxes;
  }
  function contrastOf(element: Element): number {
    const grounds = upFrom(element).map((box) => getComputedStyle(box).backgroundColor);
    const ground = brightness(grounds.reverse());
    const ink = brightness([...grounds, getComputedStyle(element).color]);
    return (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
  }
  /** What is outside can be scrolled to, or is left out on purpose: a number of lines, a text for listeners alone. */
  function isOpenEnded(box: Element): boolean {
    const { overflowY, webkitLineClamp, position } = getComputedStyle(box);
    const scrolls = overflowY === "auto" || overflowY === "scroll" || position === "fixed";
    return scrolls || webkitLineClamp !== "none" || box.clientWidth === 1;
  }
  function isFrame(box: Element): boolean {
    return (
      /hidden|clip/.test(getComputedStyle(box).overflowY) || box.matches("a, button, [role=option], header, summary")
    );
  }
  function cutPxOf(text: Node, element: Element): number {
    const frame = upFrom(element).find((box) => isOpenEnded(box) || isFrame(box));
    if (!frame || isOpenEnded(frame)) return 0;
    const range = document.createRange();
    range.selectNodeContents(text);
    const [at, around] = [range.getBoundingClientRect(), frame.getBoundingClientRect()];
    return Math.max(around.top - at.top, at.bottom - around.bottom, 0);
  }
  const isWords = (text: Node) =>
    text.textContent?.trim() !== "" && text.parentElement?.closest("script, style, svg, :disabled") === null;
  const found: MeasuredText[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const element = text.parentElement;
    if (!element || !isWords(text)) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const words = text.textContent?.trim() ?? "";
    found.push({ words, cutPx: cutPxOf(text, element), contrast: contrastOf(element) });
  }
  return found;
}

/** A colour on its way to another is neither: every change arrives at once. */
const settle = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const change of document.getAnimations()) if (change instanceof CSSTransition) change.finish();
  });

async function textsOf(page: Page): Promise<MeasuredText[]> {
  await settle(page);
  const texts = await page.evaluate(measureTexts);
  expect(texts.length).toBeGreaterThan(0);
  return texts;
}

/** Texts of which more than 2 px above or below are cut off. Cut at a line's end, with an ellipsis, they count as whole. */
export async function cutTexts(page: Page): Promise<string[]> {
  return (await textsOf(page))
    .filter(({ cutPx }) => cutPx > 2)
    .map(({ words, cutPx }) => `${words}: ${cutPx.toFixed(1)} px`);
}

/** Texts that stand out from their ground by less than `least` : 1. */
export async function faintTexts(page: Page, least: number): Promise<string[]> {
  const faint = (await textsOf(page)).filter(({ contrast }) => contrast < least);
  return faint.map(({ words, contrast }) => `${words}: ${contrast.toFixed(2)}`);
}

/**
 * What can be pressed and is smaller than a finger (44 px), or inside a message than 24 px; links within a text are as high as it. What
 * a target has around it for fingers, as its `::after`, belongs to it.
 */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isMeant = (target: Element) =>
      target.checkVisibility({ visibilityProperty: true }) && getComputedStyle(target).display !== "inline";
    const sizeOf = (target: Element) => {
      const { width, height } = (target.closest("label") ?? target).getBoundingClientRect();
      const { content, position, top, right, bottom, left } = getComputedStyle(target, "::after");
      if (content === "none" || position !== "absolute") return { width, height };
      const around = [top, right, bottom, left].map((side) => Math.max(0, -Number.parseFloat(side) || 0));
      return { width: width + around[1]! + around[3]!, height: height + around[0]! + around[2]! };
    };
    const targets = document.querySelectorAll("a[href], button, input:not([type=hidden]), summary, select, textarea");
    return Array.from(targets)
      .filter(isMeant)
      .flatMap((target) => {
        const { width, height } = sizeOf(target);
        const least = target.closest("article") ? 24 : 44;
        const name = target.getAttribute("aria-label") ?? target.textContent;
        return Math.min(width, height) < least - 0.5 ? [`${name} ${width.toFixed(0)} × ${height.toFixed(0)}`] : [];
      });
  });
