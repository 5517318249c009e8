/** How wide the list is beside the chat: as far as somebody drags it, within bounds, and kept in this browser. */
export const usualWidthPx = 340;
export const narrowestPx = 280;
export const widestPx = 480;

const keyStepPx = 16;
const yearSeconds = 31_536_000;

export function withinBounds(widthPx: number): number {
  return Math.min(widestPx, Math.max(narrowestPx, Math.round(widthPx)));
}

/** From a cookie; the usual width when it says nothing that could be one. */
export function parseListWidth(text: string | undefined): number {
  return text !== undefined && /^\d{1,4}$/.test(text) ? withinBounds(Number(text)) : usualWidthPx;
}

export function listWidthCookie(widthPx: number): string {
  return `listWidth=${String(widthPx)}; path=/; max-age=${String(yearSeconds)}; samesite=lax`;
}

/** Null for a key that does nothing here. */
export function widthAfter(key: string, widthPx: number): number | null {
  const to: Partial<Record<string, number>> = {
    ArrowLeft: widthPx - keyStepPx,
    ArrowRight: widthPx + keyStepPx,
    Home: narrowestPx,
    End: widestPx,
  };
  const next = to[key];
  return next === undefined ? null : withinBounds(next);
}
