"use client";

import { useEffect, useEffectEvent, useId, useRef, useState, type ComponentProps, type ReactNode } from "react";
import type { Edge } from "@/components/ui/place-beside";

type Props = {
  /** draws the button that opens it, or several of which each may; spread the given attributes on them */
  trigger: (attributes: Pick<ComponentProps<"button">, "popoverTarget" | "aria-haspopup">) => ReactNode;
  label: string;
  edge: Edge;
  className?: string;
  /** once it is open, also when it was opened before the page listened */
  onOpen?: () => void;
  children: ReactNode;
};

/** The browser's own popover: it closes on Escape and on a click elsewhere, and gives the focus back. Not seen until it stands where it belongs. */
export function Popover({ trigger, label, edge, className = "", onOpen, children }: Props) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const opened = useEffectEvent(() => onOpen?.());
  useEffect(() => {
    if (panel.current?.matches(":popover-open") === true) setIsOpen(true);
  }, []);
  useEffect(() => {
    const element = panel.current;
    if (!isOpen || !element) return;
    opened();
    let letGo: (() => void) | null = null;
    let isOver = false;
    void import("@/components/ui/place-beside").then(({ keepBeside }) => {
      if (isOver) return;
      letGo = keepBeside(element, edge);
      element.dataset.placed = "";
    });
    return () => {
      isOver = true;
      letGo?.();
      delete element.dataset.placed;
    };
  }, [isOpen, edge]);
  return (
    <>
      {trigger({ popoverTarget: id, "aria-haspopup": "dialog" })}
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        onToggle={({ newState }) => {
          setIsOpen(newState === "open");
        }}
        className={`border-border bg-surface text-fg shadow-float rounded-card fixed m-0 border p-1 [&:not([data-placed])]:invisible ${className}`}
      >
        {children}
      </div>
    </>
  );
}
