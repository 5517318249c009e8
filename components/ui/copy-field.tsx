"use client";

import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";

type Props = { label: string; value: string; shown?: string };

/** A value to take along. It can be selected by hand too, where the clipboard is out of reach. */
export function CopyField({ label, value, shown = value }: Props) {
  const [isCopied, setIsCopied] = useState(false);
  const code = useRef<HTMLElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setIsCopied(true);
    } catch (error) {
      if (!(error instanceof DOMException) && !(error instanceof TypeError)) throw error;
      if (code.current) window.getSelection()?.selectAllChildren(code.current);
    }
  };
  return (
    <span className="border-border-strong bg-surface rounded-control flex min-h-9 max-w-full items-center gap-1 border ps-3 pe-0.5">
      <code ref={code} className="text-preview min-w-0 flex-1 py-1 text-start font-mono [overflow-wrap:anywhere]">
        {shown}
      </code>
      <IconButton name={isCopied ? `${label} copied` : `Copy ${label}`} onClick={() => void copy()}>
        {isCopied ? <Check size={16} aria-hidden className="text-success" /> : <Copy size={16} aria-hidden />}
      </IconButton>
      <span role="status" className="sr-only">
        {isCopied ? `${label} copied` : ""}
      </span>
    </span>
  );
}
