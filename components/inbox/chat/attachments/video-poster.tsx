"use client";

import { useNearView } from "@/components/inbox/chat/attachments/use-near-view";
import { firstFrame } from "@/components/inbox/chat/attachments/first-frame";

type Props = { url: string; isReady: boolean; onReady: () => void; onError: () => void };

/** The first frame of a video that plays elsewhere. */
export function VideoPoster({ url, isReady, onReady, onError }: Props) {
  const { watch, isNear } = useNearView();
  return (
    <video
      ref={watch}
      src={isNear ? firstFrame(url) : undefined}
      preload="metadata"
      muted
      playsInline
      tabIndex={-1}
      aria-hidden
      onLoadedData={onReady}
      onError={onError}
      className={`pointer-events-none size-full object-cover transition-opacity ${isReady ? "" : "opacity-0"}`}
    />
  );
}
