"use client";

import { lazy, Suspense, useCallback, useEffect, useState, type ReactNode } from "react";
import { pauseSound } from "@/components/inbox/chat/attachments/sound";
import { OpenPicture } from "@/components/inbox/chat/attachments/use-open-picture";
import { galleryOf } from "@/domain/gallery";
import type { Message } from "@/domain/inbox";
import type { Provider } from "@/domain/providers";

const Lightbox = lazy(async () => ({
  default: (await import("@/components/inbox/chat/attachments/lightbox")).Lightbox,
}));

type Props = { messages: readonly Message[]; provider: Provider; children: ReactNode };

/** What the attachments of one chat share: its pictures can be paged through, and its sounds end with it. */
export function Gallery({ messages, provider, children }: Props) {
  const [openId, setOpenId] = useState<string | null>(null);
  const close = useCallback(() => {
    setOpenId(null);
  }, []);
  useEffect(() => pauseSound, []);
  return (
    <OpenPicture value={setOpenId}>
      {children}
      {openId === null ? null : (
        <Suspense>
          <Lightbox items={galleryOf(messages)} startId={openId} provider={provider} onClosed={close} />
        </Suspense>
      )}
    </OpenPicture>
  );
}
