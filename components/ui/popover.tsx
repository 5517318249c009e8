"use client";

import { useId, type ComponentProps, type ReactNode, type ToggleEvent } from "react";

type Edge = "below-start" | "below-end" | "beside";

type Props = {
  /** draws the button that opens it; spread the given attributes on it */
  trigger: (attributes: Pick<ComponentProps<"button">, "popoverTarget" | "aria-haspopup">) => ReactNode;
  label: string;
  edge: Edge;
  className?: string;
  children: ReactNode;
};

const gapPx = 6;
const marginPx = 8;

function place(panel: HTMLElement, opener: HTMLElement, edge: Edge): void {
  const at = opener.getBoundingClientRect();
  const size = panel.getBoundingClientRect();
  const isBeside = edge === "beside" && window.innerWidth >= 768;
  const isMirrored = getComputedStyle(panel).direction === "rtl";
  const [atStart, atEnd] = [at.left, at.right - size.width];
  const beyondEnd = isMirrored ? at.left - gapPx - size.width : at.right + gapPx;
  const lefts = {
    "below-start": isMirrored ? atEnd : atStart,
    "below-end": isMirrored ? atStart : atEnd,
    beside: isBeside ? beyondEnd : atEnd,
  };
  const roomBelow = window.innerHeight - at.bottom;
  const below = isBeside ? at.bottom - size.height : at.bottom + gapPx;
  const top = !isBeside && roomBelow < size.height + gapPx + marginPx ? at.top - size.height - gapPx : below;
  const left = Math.min(Math.max(marginPx, lefts[edge]), window.innerWidth - size.width - marginPx);
  panel.style.insetInlineStart = "auto";
  panel.style.left = `${String(left)}px`;
  panel.style.top = `${String(Math.max(marginPx, top))}px`;
}

/** The browser's own popover: it closes on Escape and on a click elsewhere, and gives the focus back. */
export function Popover({ trigger, label, edge, className = "", children }: Props) {
  const id = useId();
  const settle = (event: ToggleEvent<HTMLDivElement>) => {
    const opener = document.querySelector<HTMLElement>(`[popovertarget="${CSS.escape(id)}"]`);
    if (event.newState === "open" && opener) place(event.currentTarget, opener, edge);
  };
  return (
    <>
      {trigger({ popoverTarget: id, "aria-haspopup": "dialog" })}
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        onToggle={settle}
        className={`border-border bg-surface text-fg shadow-float rounded-card fixed m-0 border p-1 ${className}`}
      >
        {children}
      </div>
    </>
  );
}
