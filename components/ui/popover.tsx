"use client";

import { useId, type ComponentProps, type ReactNode, type ToggleEvent } from "react";
import { placeBeside, type Edge } from "@/components/ui/place-beside";

type Props = {
  /** draws the button that opens it, or several of which each may; spread the given attributes on them */
  trigger: (attributes: Pick<ComponentProps<"button">, "popoverTarget" | "aria-haspopup">) => ReactNode;
  label: string;
  edge: Edge;
  className?: string;
  children: ReactNode;
};

/** The one that was pressed; where browsers leave the focus elsewhere, the first. */
function findOpener(id: string): HTMLElement | undefined {
  const openers = Array.from(document.querySelectorAll<HTMLElement>(`[popovertarget="${CSS.escape(id)}"]`));
  return openers.find((opener) => opener === document.activeElement) ?? openers[0];
}

/** The browser's own popover: it closes on Escape and on a click elsewhere, and gives the focus back. */
export function Popover({ trigger, label, edge, className = "", children }: Props) {
  const id = useId();
  const settle = (event: ToggleEvent<HTMLDivElement>) => {
    const opener = findOpener(id);
    if (event.newState === "open" && opener) placeBeside(event.currentTarget, opener, edge);
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
