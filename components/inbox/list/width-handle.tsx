"use client";

import type { KeyboardEvent, PointerEvent } from "react";
import { narrowestPx, usualWidthPx, widestPx, widthAfter, withinBounds } from "@/domain/list-width";

type Props = {
  widthPx: number;
  onChange: (widthPx: number) => void;
  /** a width was settled on */
  onKeep: (widthPx: number) => void;
};

/** The edge of the list: dragged, moved by the arrows, and put back by a double click. */
export function WidthHandle({ widthPx, onChange, onKeep }: Props) {
  const take = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const drag = ({ currentTarget, pointerId, clientX }: PointerEvent) => {
    const pane = currentTarget.parentElement?.getBoundingClientRect();
    if (!pane || !currentTarget.hasPointerCapture(pointerId)) return;
    onChange(withinBounds(clientX - pane.left));
  };
  const change = (next: number) => {
    onChange(next);
    onKeep(next);
  };
  const press = (event: KeyboardEvent) => {
    const next = widthAfter(event.key, widthPx);
    if (next === null) return;
    event.preventDefault();
    change(next);
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the list"
      aria-valuenow={widthPx}
      aria-valuemin={narrowestPx}
      aria-valuemax={widestPx}
      tabIndex={0}
      onPointerDown={take}
      onPointerMove={drag}
      onLostPointerCapture={() => {
        onKeep(widthPx);
      }}
      onDoubleClick={() => {
        change(usualWidthPx);
      }}
      onKeyDown={press}
      className="hover:after:bg-border-strong focus-visible:after:bg-ring absolute inset-y-0 -end-1 z-20 hidden w-2 cursor-col-resize touch-none outline-none after:absolute after:inset-y-0 after:start-[3px] after:w-0.5 after:transition-colors md:block"
    />
  );
}
