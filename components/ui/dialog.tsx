"use client";

import { useEffect, useRef, type MouseEvent, type ReactNode } from "react";

/** In the middle, or as a sheet at the end of the page; on a phone a sheet has the whole screen. */
const looks = {
  centre: "rounded-card m-auto max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] border",
  side: "m-0 ms-auto h-dvh max-h-none w-full max-w-none md:w-[400px] md:border-s",
} as const;

type Props = {
  label: string;
  look?: keyof typeof looks;
  className?: string;
  onClose: () => void;
  children: ReactNode;
};

/** The browser's own modal dialog: it keeps the focus inside, closes on Escape and on a click beside it, and gives the focus back. */
export function Dialog({ label, look = "centre", className = "", onClose, children }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    box.current?.showModal();
  }, []);
  const closeBeside = (event: MouseEvent) => {
    if (event.target === box.current) box.current.close();
  };
  return (
    <dialog
      ref={box}
      aria-label={label}
      onClose={onClose}
      onClick={closeBeside}
      className={`border-border bg-surface text-fg shadow-float backdrop:bg-scrim p-0 ${looks[look]} ${className}`}
    >
      {children}
    </dialog>
  );
}
