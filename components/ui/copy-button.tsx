"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";

type Props = {
  /** what is copied, in words */
  label: string;
  value: string;
  /** the clipboard is out of reach: the value can still be selected by hand */
  onRefused?: () => void;
};

/** Takes a value along, and says that it did. */
export function CopyButton({ label, value, onRefused }: Props) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setIsCopied(true);
    } catch (error) {
      if (!(error instanceof DOMException) && !(error instanceof TypeError)) throw error;
      onRefused?.();
    }
  };
  return (
    <>
      <IconButton name={isCopied ? `${label} copied` : `Copy ${label}`} onClick={() => void copy()}>
        {isCopied ? <Check size={16} aria-hidden className="text-success" /> : <Copy size={16} aria-hidden />}
      </IconButton>
      <span role="status" className="sr-only">
        {isCopied ? `${label} copied` : ""}
      </span>
    </>
  );
}
