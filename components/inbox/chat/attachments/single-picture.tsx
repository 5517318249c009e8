"use client";

import { Failure } from "@/components/inbox/chat/attachments/failure";
import { Picture } from "@/components/inbox/chat/attachments/picture";
import { PictureButton } from "@/components/inbox/chat/attachments/picture-button";
import { PictureGround } from "@/components/inbox/chat/attachments/picture-ground";
import { useSource } from "@/components/inbox/chat/attachments/use-source";
import { attachmentLabel, isSizeKnown, pictureBox } from "@/domain/attachment-words";
import type { Attachment } from "@/domain/inbox";
import type { Provider } from "@/domain/providers";

/** One picture in its own proportions. Where nobody told its size it is shown whole in a box of ours. */
export function SinglePicture({ attachment, provider }: { attachment: Attachment; provider: Provider }) {
  const { source, address, attempt, onReady, onError, retry } = useSource(attachment.url);
  const box = pictureBox(attachment);
  if (source.state === "failed") {
    return (
      <Failure attachment={attachment} provider={provider} failed={source} onRetry={retry} heightPx={box.height} />
    );
  }
  const isReady = source.state === "ready";
  return (
    <PictureButton
      attachmentId={attachment.id}
      name={attachmentLabel(attachment)}
      className="rounded-card max-w-full"
      style={{ width: box.width, aspectRatio: `${String(box.width)} / ${String(box.height)}` }}
    >
      <PictureGround attachment={attachment} isReady={isReady} />
      <Picture
        key={attempt}
        url={address}
        alt=""
        size={box}
        isReady={isReady}
        onReady={onReady}
        onError={onError}
        className={`size-full ${isSizeKnown(attachment) ? "object-cover" : "object-contain"}`}
      />
    </PictureButton>
  );
}
