"use client";

import { Failure } from "@/components/inbox/chat/attachments/failure";
import { MovingPicture } from "@/components/inbox/chat/attachments/moving-picture";
import { Picture } from "@/components/inbox/chat/attachments/picture";
import { hushOthers } from "@/components/inbox/chat/attachments/sound";
import { useSource } from "@/components/inbox/chat/attachments/use-source";
import type { Stage } from "@/components/inbox/chat/attachments/use-stage";
import { useReducedMotion } from "@/components/ui/use-reduced-motion";
import { attachmentLabel, pictureBox } from "@/domain/attachment-words";
import type { Attachment } from "@/domain/inbox";
import { isZoomed } from "@/domain/picture-zoom";
import type { Provider } from "@/domain/providers";

type Props = { attachment: Attachment; provider: Provider; stage: Stage };
type Shown = { attachment: Attachment; address: string; isReady: boolean; onReady: () => void; onError: () => void };

function Video({ attachment, address, onReady, onError }: Shown) {
  return (
    <video
      src={address}
      aria-label={attachmentLabel(attachment)}
      controls
      autoPlay
      playsInline
      onLoadedData={onReady}
      onError={onError}
      onPlay={(event) => {
        hushOthers(event.currentTarget);
      }}
      className="max-h-full max-w-full"
    />
  );
}

function Still({ attachment, address, isReady, onReady, onError }: Shown) {
  const { width, height } = attachment;
  const size = width === null || height === null ? pictureBox(attachment) : { width, height };
  return (
    <Picture
      url={address}
      alt={attachmentLabel(attachment)}
      size={size}
      isReady={isReady}
      isLazy={false}
      onReady={onReady}
      onError={onError}
      className="h-auto max-h-full w-auto max-w-full object-contain"
    />
  );
}

function Content({ isStill, ...shown }: Shown & { isStill: boolean }) {
  const { isGif, kind } = shown.attachment;
  const isVideo = kind === "video";
  if (isGif && (isVideo || isStill)) {
    return <MovingPicture {...shown} url={shown.address} isVideo={isVideo} isMoving={!isStill} />;
  }
  return isVideo ? <Video {...shown} /> : <Still {...shown} />;
}

/** One picture on the stage, or why it is not there. */
export function LightboxPicture({ attachment, provider, stage }: Props) {
  const { source, address, attempt, onReady, onError, retry } = useSource(attachment.url);
  const isStill = useReducedMotion();
  if (source.state === "failed") {
    return (
      <div data-attachment={attachment.id} tabIndex={-1} className="flex size-full items-center justify-center p-4">
        <Failure attachment={attachment} provider={provider} failed={source} onRetry={retry} />
      </div>
    );
  }
  const { view, isHeld, watch, handlers } = stage;
  const shown = { attachment, address, isReady: source.state === "ready", onReady, onError };
  const isVideo = attachment.kind === "video";
  const cursor = isVideo ? "" : isZoomed(view) ? "cursor-grab active:cursor-grabbing" : "cursor-zoom-in";
  return (
    <div
      ref={watch}
      data-attachment={attachment.id}
      tabIndex={-1}
      {...handlers}
      className={`size-full overflow-hidden outline-none ${isVideo ? "" : "touch-none"} ${cursor}`}
    >
      {shown.isReady ? null : (
        <p className="late text-preview text-muted absolute inset-0 flex items-center justify-center">Loading</p>
      )}
      <div
        className={`relative flex size-full items-center justify-center ${isHeld ? "" : "transition-transform"}`}
        style={{ transform: `translate(${String(view.x)}px, ${String(view.y)}px) scale(${String(view.scale)})` }}
      >
        <Content key={attempt} {...shown} isStill={isStill} />
      </div>
    </div>
  );
}
