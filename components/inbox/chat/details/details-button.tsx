"use client";

import { useOpenDetails } from "@/components/inbox/chat/details/use-open-details";
import { IconButton } from "@/components/ui/icon-button";

/** One element and no drawing, since every message has one. Quiet until the message has the pointer or the focus. On touch the time under the message does the same. */
export function DetailsButton({ messageId, isOurs }: { messageId: string; isOurs: boolean }) {
  const open = useOpenDetails();
  return (
    <IconButton
      name="Message details"
      aria-haspopup="dialog"
      onClick={() => {
        open(messageId);
      }}
      className={`touch:hidden absolute top-0 !size-7 opacity-0 group-focus-within/message:opacity-100 group-hover/message:opacity-100 ${isOurs ? "end-full me-1" : "start-full ms-1"}`}
    >
      <span
        aria-hidden
        className="text-meta flex size-4 items-center justify-center rounded-full border border-current font-semibold"
      >
        i
      </span>
    </IconButton>
  );
}
