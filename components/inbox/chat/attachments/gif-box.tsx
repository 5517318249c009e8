"use client";

import { Pause, Play } from "lucide-react";
import { useCallback, useState } from "react";
import { Failure } from "@/components/inbox/chat/attachments/failure";
import { MovingPicture } from "@/components/inbox/chat/attachments/moving-picture";
import { PictureButton } from "@/components/inbox/chat/attachments/picture-button";
import { PictureGround } from "@/components/inbox/chat/attachments/picture-ground";
import { useNearView } from "@/components/inbox/chat/attachments/use-near-view";
import { useSource } from "@/components/inbox/chat/attachments/use-source";
import { useReducedMotion } from "@/components/ui/use-reduced-motion";
import { attachmentLabel, pictureBox } from "@/domain/attachment-words";
import type { Attachment } from "@/domain/inbox";
import type { Provider } from "@/domain/providers";

function Toggle({ isMoving, onClick }: { isMoving: boolean; onClick: () => void }) {
  const Icon = isMoving ? Pause : Play;
  return (
    <button
      type="button"
      aria-label={isMoving ? "Pause GIF" : "Play GIF"}
      onClick={onClick}
      className="touch:size-11 absolute end-2 bottom-2 flex size-8 items-center justify-center rounded-full bg-black/60 text-white"
    >
      <Icon size={14} aria-hidden fill="currentColor" />
    </button>
  );
}

/** Moves by itself, without sound, until somebody stops it; stands still for people who asked for stillness. */
export function GifBox({ attachment, provider }: { attachment: Attachment; provider: Provider }) {
  const { source, address, attempt, onReady, onError, retry } = useSource(attachment.url);
  const { watch, isNear } = useNearView();
  const wantsStillness = useReducedMotion();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isMoving = chosen ?? !wantsStillness;
  const toggle = useCallback(() => {
    setChosen(!isMoving);
  }, [isMoving]);
  const { width, height } = pictureBox(attachment);
  if (source.state === "failed") {
    return <Failure attachment={attachment} provider={provider} failed={source} onRetry={retry} heightPx={height} />;
  }
  const isReady = source.state === "ready";
  return (
    <span ref={watch} className="relative block w-fit max-w-full">
      <PictureButton
        attachmentId={attachment.id}
        name={attachmentLabel(attachment)}
        className="rounded-card max-w-full"
        style={{ width, aspectRatio: `${String(width)} / ${String(height)}` }}
      >
        <PictureGround attachment={attachment} isReady={isReady} />
        {isNear ? (
          <MovingPicture
            key={attempt}
            url={address}
            isVideo={attachment.kind === "video"}
            isReady={isReady}
            isMoving={isMoving}
            onReady={onReady}
            onError={onError}
          />
        ) : null}
        <span className="text-meta absolute start-2 bottom-2 rounded-full bg-black/60 px-1.5 font-medium text-white">
          GIF
        </span>
      </PictureButton>
      {isReady ? <Toggle isMoving={isMoving} onClick={toggle} /> : null}
    </span>
  );
}
