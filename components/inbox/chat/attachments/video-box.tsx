"use client";

import { Failure } from "@/components/inbox/chat/attachments/failure";
import { firstFrame } from "@/components/inbox/chat/attachments/first-frame";
import { PictureGround } from "@/components/inbox/chat/attachments/picture-ground";
import { hushOthers } from "@/components/inbox/chat/attachments/sound";
import { useNearView } from "@/components/inbox/chat/attachments/use-near-view";
import { useSource } from "@/components/inbox/chat/attachments/use-source";
import { attachmentLabel, pictureBox } from "@/domain/attachment-words";
import type { Attachment } from "@/domain/inbox";
import type { Provider } from "@/domain/providers";

/** A video with the browser's own controls, in a box of its true size. */
export function VideoBox({ attachment, provider }: { attachment: Attachment; provider: Provider }) {
  const { source, address, attempt, onReady, onError, retry } = useSource(attachment.url);
  const { watch, isNear } = useNearView();
  const { width, height } = pictureBox(attachment);
  if (source.state === "failed") {
    return <Failure attachment={attachment} provider={provider} failed={source} onRetry={retry} heightPx={height} />;
  }
  const isReady = source.state === "ready";
  return (
    <span
      ref={watch}
      className="rounded-card bg-fg/8 relative block max-w-full overflow-hidden"
      style={{ width, aspectRatio: `${String(width)} / ${String(height)}` }}
    >
      <PictureGround attachment={attachment} isReady={isReady} />
      {isNear ? (
        <video
          key={attempt}
          src={firstFrame(address)}
          aria-label={attachmentLabel(attachment)}
          controls
          preload="metadata"
          playsInline
          onLoadedData={onReady}
          onError={onError}
          onPlay={(event) => {
            hushOthers(event.currentTarget);
          }}
          className={`absolute inset-0 size-full ${isReady ? "bg-black" : ""}`}
        />
      ) : null}
    </span>
  );
}
