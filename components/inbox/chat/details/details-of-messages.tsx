"use client";

import { lazy, Suspense, useCallback, useState, type ReactNode } from "react";
import { OpenDetails } from "@/components/inbox/chat/details/use-open-details";
import type { Message } from "@/domain/inbox";

const MessageDetails = lazy(async () => ({
  default: (await import("@/components/inbox/chat/details/message-details")).MessageDetails,
}));

type Props = { messages: readonly Message[]; isGroup: boolean; onTold: () => void; children: ReactNode };

/** Lets every message of one chat open its details. */
export function DetailsOfMessages({ messages, isGroup, onTold, children }: Props) {
  const [openId, setOpenId] = useState<string | null>(null);
  const close = useCallback(() => {
    setOpenId(null);
  }, []);
  const message = messages.find(({ id }) => id === openId);
  return (
    <OpenDetails value={setOpenId}>
      {children}
      {message ? (
        <Suspense>
          <MessageDetails key={message.id} message={message} isGroup={isGroup} onTold={onTold} onClose={close} />
        </Suspense>
      ) : null}
    </OpenDetails>
  );
}
