"use client";

import { useRef } from "react";
import { CopyButton } from "@/components/ui/copy-button";

type Props = { label: string; value: string; shown?: string };

/** A value to take along. It can be selected by hand too, where the clipboard is out of reach. */
export function CopyField({ label, value, shown = value }: Props) {
  const code = useRef<HTMLElement>(null);
  const select = () => {
    if (code.current) window.getSelection()?.selectAllChildren(code.current);
  };
  return (
    <span className="border-border-strong bg-surface rounded-control flex min-h-9 max-w-full items-center gap-1 border ps-3 pe-0.5">
      <code ref={code} className="text-preview min-w-0 flex-1 py-1 text-start font-mono [overflow-wrap:anywhere]">
        {shown}
      </code>
      <CopyButton label={label} value={value} onRefused={select} />
    </span>
  );
}
