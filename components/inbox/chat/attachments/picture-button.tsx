"use client";

import type { CSSProperties, MouseEvent, ReactNode } from "react";
import { useOpenPicture } from "@/components/inbox/chat/attachments/use-open-picture";

type Props = { attachmentId: string; name: string; className?: string; style?: CSSProperties; children: ReactNode };

/** What a picture fills and what opens it. It holds the focus, wherever clicks give none, so that closing comes back here. */
export function PictureButton({ attachmentId, name, className = "", style, children }: Props) {
  const open = useOpenPicture();
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    event.currentTarget.focus();
    open(attachmentId);
  };
  return (
    <button
      type="button"
      aria-label={name}
      aria-haspopup="dialog"
      onClick={press}
      className={`ring-inside bg-fg/8 relative block overflow-hidden ${className}`}
      style={style}
    >
      {children}
    </button>
  );
}
