"use client";

import { useSyncExternalStore } from "react";
import type { Preferences } from "@/domain/preferences";

export type Density = Preferences["density"];

/** Of all rows of a density; in rem, so that they grow with the reader's text. */
export const rowHeightRem: Record<Density, number> = { comfortable: 4.5, compact: 3.25 };

const never = () => () => undefined;
const remHere = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** The same in pixels, for reckoning with scroll positions. */
export function useRowHeightPx(density: Density): number {
  return rowHeightRem[density] * useSyncExternalStore(never, remHere, () => 16);
}
