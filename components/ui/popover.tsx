"use client";

import { useId, type ComponentProps, type ReactNode, type ToggleEvent } from "react";
import type { Edge } from "@/components/ui/place-beside";

type Props = {
  /** draws the button that opens it, or several of which each may; spread the given attributes on them */
  trigger: (attributes: Pick<ComponentProps<"button">, "popoverTarget" | "aria-haspopup">) => ReactNode;
  label: string;
  edge: Edge;
  className?: string;
  children: ReactNode;
};

/** Not seen until it stands where it belongs. */
async function settle({ currentTarget: panel, newState }: ToggleEvent<HTMLElement>, edge: Edge): Promise<void> {
  delete panel.dataset.placed;
  if (newState !== "open") return;
  const { findOpener, placeBeside } = await import("@/components/ui/place-beside");
  const opener = findOpener(panel.id);
  if (opener) placeBeside(panel, opener, edge);
  panel.dataset.placed = "";
}

/** The browser's own popover: it closes on Escape and on a click elsewhere, and gives the focus back. */
export function Popover({ trigger, label, edge, className = "", children }: Props) {
  const id = useId();
  return (
    <>
      {trigger({ popoverTarget: id, "aria-haspopup": "dialog" })}
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        onToggle={(event) => void settle(event, edge)}
        className={`border-border bg-surface text-fg shadow-float rounded-card fixed m-0 border p-1 [&:not([data-placed])]:invisible ${className}`}
      >
        {children}
      </div>
    </>
  );
}
