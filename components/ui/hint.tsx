"use client";

import { useEffect, useId, useRef, type ReactElement } from "react";
import { placeBeside } from "@/components/ui/place-beside";

type Described = { "aria-describedby": string };

type Props = {
  words: string;
  className?: string;
  /** draws what is explained; spread the given attributes on it */
  children: (attributes: Described) => ReactElement;
};

const showAfterMs = 300;

/** Words that come on hover and on focus, above everything and never cut; Escape sends them away. */
export function Hint({ words, className = "", children }: Props) {
  const id = useId();
  const panel = useRef<HTMLSpanElement>(null);
  const around = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = () => {
    if (!panel.current || !around.current) return;
    panel.current.showPopover();
    placeBeside(panel.current, around.current, "above");
  };
  const soon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(show, showAfterMs);
  };
  const hide = () => {
    clearTimeout(timer.current);
    if (panel.current?.matches(":popover-open")) panel.current.hidePopover();
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <span
      ref={around}
      className={`inline-flex ${className}`}
      onPointerEnter={({ pointerType }) => {
        if (pointerType === "mouse") soon();
      }}
      onPointerLeave={hide}
      onFocus={({ target }) => {
        if (target.matches(":focus-visible")) soon();
      }}
      onBlur={hide}
      onClick={hide}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !panel.current?.matches(":popover-open")) return;
        event.preventDefault();
        hide();
      }}
    >
      {children({ "aria-describedby": id })}
      <span
        ref={panel}
        id={id}
        role="tooltip"
        popover="manual"
        className="bg-fg text-surface text-meta rounded-control pointer-events-none fixed m-0 max-w-72 border-0 px-2 py-1 font-medium [overflow-wrap:anywhere]"
      >
        {words}
      </span>
    </span>
  );
}
