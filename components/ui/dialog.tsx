"use client";

import { useEffect, useRef, type MouseEvent, type ReactNode } from "react";

type Props = { label: string; className?: string; onClose: () => void; children: ReactNode };

/** The browser's own modal dialog: it keeps the focus inside, closes on Escape and on a click beside it, and gives the focus back. */
export function Dialog({ label, className = "", onClose, children }: Props) {
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
      className={`border-border bg-surface text-fg shadow-float rounded-card backdrop:bg-scrim m-auto max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] border p-0 ${className}`}
    >
      {children}
    </dialog>
  );
}
