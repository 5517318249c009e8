"use client";

import { CircleAlert } from "lucide-react";
import { useCallback } from "react";
import { Picture } from "@/components/inbox/chat/attachments/picture";
import { PictureButton } from "@/components/inbox/chat/attachments/picture-button";
import { PictureGround } from "@/components/inbox/chat/attachments/picture-ground";
import { RetryButton } from "@/components/inbox/chat/attachments/retry-button";
import { useSource, type Source } from "@/components/inbox/chat/attachments/use-source";
import { VideoPoster } from "@/components/inbox/chat/attachments/video-poster";
import { attachmentLabel } from "@/domain/attachment-words";
import type { Attachment } from "@/domain/inbox";

type Props = {
  attachment: Attachment;
  /** "2 of 4" */
  placeWords: string;
  /** how many pictures of the album have no tile; written over the last one */
  more: number;
  className: string;
  onSource: (attachmentId: string, source: Source) => void;
};

function More({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className="absolute inset-0 flex items-center justify-center bg-black/60 text-[1.5rem] font-medium text-white">
      +{count}
    </span>
  );
}

/** One picture or video of several, cut to its tile. The reason of a failure stands below the album, where there is room. */
export function AlbumTile({ attachment, placeWords, more, className, onSource }: Props) {
  const { id, url, kind } = attachment;
  const report = useCallback(
    (source: Source) => {
      onSource(id, source);
    },
    [id, onSource],
  );
  const { source, address, attempt, onReady, onError, retry } = useSource(url, report);
  const name = `${attachmentLabel(attachment)}, ${placeWords}${more === 0 ? "" : `, and ${String(more)} more`}`;
  if (source.state === "failed") {
    return (
      <span className={`text-muted bg-fg/8 flex flex-col items-center justify-center gap-1 p-1 ${className}`}>
        <CircleAlert size={16} aria-hidden />
        <RetryButton look="quiet" name={name} onRetry={retry} />
      </span>
    );
  }
  const isReady = source.state === "ready";
  const shared = { url: address, isReady, onReady, onError };
  return (
    <PictureButton attachmentId={id} name={name} className={className}>
      {kind === "video" ? (
        <VideoPoster key={attempt} {...shared} />
      ) : (
        <Picture
          key={attempt}
          {...shared}
          alt=""
          size={{ width: 160, height: 160 }}
          className="size-full object-cover"
        />
      )}
      <PictureGround attachment={attachment} isReady={isReady} hasPlay={kind === "video" && more === 0} />
      <More count={more} />
    </PictureButton>
  );
}
