export type Edge = "below-start" | "below-end" | "beside" | "above";

const gapPx = 6;
const marginPx = 8;

/** Puts a panel of the top layer next to what it belongs to, inside the window; below gives way to above, and the other way round. */
export function placeBeside(panel: HTMLElement, opener: HTMLElement, edge: Edge): void {
  const at = opener.getBoundingClientRect();
  const size = panel.getBoundingClientRect();
  const isBeside = edge === "beside" && window.innerWidth >= 768;
  const isMirrored = getComputedStyle(panel).direction === "rtl";
  const [atStart, atEnd] = [at.left, at.right - size.width];
  const beyondEnd = isMirrored ? at.left - gapPx - size.width : at.right + gapPx;
  const lefts = {
    "below-start": isMirrored ? atEnd : atStart,
    above: isMirrored ? atEnd : atStart,
    "below-end": isMirrored ? atStart : atEnd,
    beside: isBeside ? beyondEnd : atEnd,
  };
  const above = at.top - size.height - gapPx;
  const below = at.bottom + gapPx;
  const hasRoomBelow = below + size.height + marginPx <= window.innerHeight;
  const isAbove = edge === "above" ? above >= marginPx : !hasRoomBelow;
  const top = isBeside ? at.bottom - size.height : isAbove ? above : below;
  const left = Math.min(Math.max(marginPx, lefts[edge]), window.innerWidth - size.width - marginPx);
  panel.style.insetInlineStart = "auto";
  panel.style.left = `${String(left)}px`;
  panel.style.top = `${String(Math.max(marginPx, top))}px`;
}

/** Puts it there now and whenever it gets another size, until the function it gives is called. */
export function keepBeside(panel: HTMLElement, edge: Edge): () => void {
  const opener = findOpener(panel.id);
  if (!opener) return () => undefined;
  placeBeside(panel, opener, edge);
  const observer = new ResizeObserver(() => {
    placeBeside(panel, opener, edge);
  });
  observer.observe(panel);
  return () => {
    observer.disconnect();
  };
}

/** The button of a panel that was pressed; where browsers leave the focus elsewhere, the first. */
function findOpener(id: string): HTMLElement | undefined {
  const openers = Array.from(document.querySelectorAll<HTMLElement>(`[popovertarget="${CSS.escape(id)}"]`));
  return openers.find((opener) => opener === document.activeElement) ?? openers[0];
}
