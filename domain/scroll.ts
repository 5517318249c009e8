/**
 * Where a conversation scrolls, as arithmetic over measured pixels. It decides; the component measures and obeys.
 */
export type Viewport = { scrollTop: number; height: number; contentHeight: number };

const pinnedWithinPx = 80;
const loadOlderWithinScreens = 1.5;

export function distanceToEnd({ scrollTop, height, contentHeight }: Viewport): number {
  return Math.max(0, contentHeight - height - scrollTop);
}

/** Pinned: new messages are followed, because the reader is at the end. */
export function isPinned(viewport: Viewport): boolean {
  return distanceToEnd(viewport) <= pinnedWithinPx;
}

export function isNearStart({ scrollTop, height }: Viewport): boolean {
  return scrollTop <= height * loadOlderWithinScreens;
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
