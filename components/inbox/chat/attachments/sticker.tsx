"use client";

import { Failure } from "@/components/inbox/chat/attachments/failure";
import { Picture } from "@/components/inbox/chat/attachments/picture";
import { useSource } from "@/components/inbox/chat/attachments/use-source";
import { attachmentNoun, pictureBox } from "@/domain/attachment-words";
import type { Attachment } from "@/domain/inbox";
import type { Provider } from "@/domain/providers";

/** Stands on the page itself, as large as it is told. */
export function Sticker({ attachment, provider }: { attachment: Attachment; provider: Provider }) {
  const { source, address, attempt, onReady, onError, retry } = useSource(attachment.url);
  const box = pictureBox(attachment);
  if (source.state === "failed") {
    return (
      <Failure attachment={attachment} provider={provider} failed={source} onRetry={retry} heightPx={box.height} />
    );
  }
  return (
    <Picture
      key={attempt}
      url={address}
      alt={attachmentNoun(attachment)}
      size={box}
      isReady={source.state === "ready"}
      onReady={onReady}
      onError={onError}
      className="block max-w-full object-contain"
    />
  );
}
