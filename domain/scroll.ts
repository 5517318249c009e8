/**
 * Where a conversation scrolls, when it reads on and what it lets go of, as arithmetic over measured pixels. It decides; the component
 * measures and obeys.
 */
export type Viewport = { scrollTop: number; height: number; contentHeight: number };

const pinnedWithinPx = 80;
const readOnWithinScreens = 1.5;
const keptScreens = 3;
const fewMessages = 120;
const manyMessages = 200;
const leastLetGo = 20;

export function distanceToEnd({ scrollTop, height, contentHeight }: Viewport): number {
  return Math.max(0, contentHeight - height - scrollTop);
}

/** Pinned: new messages are followed, because the reader is at the end. */
export function isPinned(viewport: Viewport): boolean {
  return distanceToEnd(viewport) <= pinnedWithinPx;
}

export function isNearStart({ scrollTop, height }: Viewport): boolean {
  return scrollTop <= height * readOnWithinScreens;
}

export function isNearEnd(viewport: Viewport): boolean {
  return distanceToEnd(viewport) <= viewport.height * readOnWithinScreens;
}

/** A message on screen and where its top stood, measured from the top of the viewport. */
export type Anchor = { top: number };

/**
 * Where to stand after the content changed: at the end when pinned; otherwise so that the anchor keeps its pixel.
 * `anchor` is null when that message is gone, and then nothing moves.
 */
export function scrollTopAfter(
  viewport: Viewport,
  wasPinned: boolean,
  anchor: { before: Anchor; now: Anchor } | null,
): number {
  if (wasPinned) return Math.max(0, viewport.contentHeight - viewport.height);
  if (anchor === null) return viewport.scrollTop;
  return Math.max(0, viewport.scrollTop + anchor.now.top - anchor.before.top);
}

/** Where something is put on purpose: the divider with some of what was read above it, a day under its label, a message in the middle. */
export type Standing = "a quarter down" | "under the label" | "in the middle";

const labelPx = 48;

/** How far below the top of the viewport its own top comes to stand. */
export function standingTop(standing: Standing, height: number, ownHeight: number): number {
  switch (standing) {
    case "a quarter down":
      return Math.max(labelPx, Math.round(height / 4));
    case "under the label":
      return labelPx;
    case "in the middle":
      return Math.max(labelPx, Math.round((height - ownHeight) / 2));
  }
}

/**
 * Where the reader is put when messages are first shown, or on their own wish: at the end, with something standing where it is meant to,
 * or with a message at the very pixel at which it stood before.
 */
export type Aim =
  | { kind: "end" }
  | { kind: "divider" }
  | { kind: "message"; id: string; standing: Standing; isFlashed: boolean }
  | { kind: "anchor"; id: string; top: number };

export type Extent = { top: number; bottom: number };

/**
 * Of the messages, in their order and measured from the top of the viewport, which ones stay: those within three screens of it, so that
 * reading on does not begin at once again. Null while there are few, or while letting go would gain little; in the middle of a scroll
 * only what is far too much goes.
 */
export function keptRange(
  extents: readonly Extent[],
  height: number,
  isScrolling: boolean,
): { first: number; last: number } | null {
  if (extents.length <= (isScrolling ? manyMessages : fewMessages)) return null;
  const first = extents.findIndex(({ bottom }) => bottom >= -keptScreens * height);
  const last = extents.findLastIndex(({ top }) => top <= (1 + keptScreens) * height);
  if (first === -1 || last < first || extents.length - (last - first + 1) < leastLetGo) return null;
  return { first, last };
}
