import { standingTop, type Aim, type Extent, type Standing, type Viewport } from "@/domain/scroll";

/** Measuring and moving the box that a conversation scrolls in. What is measured goes to domain/scroll.ts, which decides. */

/** The box is laid out from its end (column-reverse), so its own scrollTop is 0 there and negative above. */
const startOf = (box: HTMLElement) => box.scrollHeight - box.clientHeight;

export const measure = (box: HTMLElement): Viewport => ({
  scrollTop: startOf(box) + box.scrollTop,
  height: box.clientHeight,
  contentHeight: box.scrollHeight,
});

/** `scrollTop` as in a viewport, from the start. */
export function scrollTo(box: HTMLElement, scrollTop: number): void {
  const target = scrollTop - startOf(box);
  if (Math.abs(target - box.scrollTop) >= 0.5) box.scrollTop = target;
}

export function scrollToStart(box: HTMLElement): void {
  scrollTo(box, 0);
}

export const elementsOf = (box: HTMLElement) => Array.from(box.querySelectorAll<HTMLElement>("[data-message]"));

export const elementOf = (box: HTMLElement, id: string) =>
  box.querySelector<HTMLElement>(`[data-message="${CSS.escape(id)}"]`);

export const dividerOf = (box: HTMLElement) => box.querySelector<HTMLElement>("[data-divider]");

export function extentOf(box: HTMLElement, element: HTMLElement): Extent {
  const { top } = box.getBoundingClientRect();
  const own = element.getBoundingClientRect();
  return { top: own.top - top, bottom: own.bottom - top };
}

/** The first message that begins in view; one that fills the view by itself where none does. */
export function anchorOf(box: HTMLElement): { id: string; top: number } | null {
  const { top: boxTop, bottom: boxBottom } = box.getBoundingClientRect();
  let filling: { id: string; top: number } | null = null;
  for (const element of elementsOf(box)) {
    const { top, bottom } = element.getBoundingClientRect();
    const found = { id: element.dataset.message ?? "", top: top - boxTop };
    if (top >= boxBottom) break;
    if (top >= boxTop) return found;
    if (bottom > boxTop) filling = found;
  }
  return filling;
}

/** The last message that ends in view: where a keyboard takes up. */
export function lastInView(box: HTMLElement): string | null {
  const { bottom: boxBottom } = box.getBoundingClientRect();
  const found = elementsOf(box).findLast((element) => element.getBoundingClientRect().bottom <= boxBottom + 1);
  return found?.dataset.message ?? null;
}

function standAt(box: HTMLElement, element: HTMLElement, standing: Standing): void {
  const { top, bottom } = extentOf(box, element);
  scrollTo(box, measure(box).scrollTop + top - standingTop(standing, box.clientHeight, bottom - top));
}

function flash(element: HTMLElement): void {
  for (const running of element.getAnimations()) running.cancel();
  element.classList.add("flash");
  element.addEventListener("animationend", () => {
    element.classList.remove("flash");
  });
}

/** Puts the reader where the aim says; what is not there moves nothing. */
export function takeAim(box: HTMLElement, aim: Aim): void {
  if (aim.kind === "end") {
    box.scrollTop = 0;
    return;
  }
  const element = aim.kind === "divider" ? dividerOf(box) : elementOf(box, aim.id);
  if (!element) return;
  switch (aim.kind) {
    case "divider":
      standAt(box, element, "a quarter down");
      break;
    case "message":
      standAt(box, element, aim.standing);
      if (aim.isFlashed) flash(element);
      break;
    case "anchor":
      scrollTo(box, measure(box).scrollTop + extentOf(box, element).top - aim.top);
      break;
  }
}
