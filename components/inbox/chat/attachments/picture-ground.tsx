import { Image, Play, Video } from "lucide-react";
import type { Attachment } from "@/domain/inbox";
import { durationWords } from "@/domain/file-measures";

const onPicture = "text-meta rounded-full bg-black/60 px-1.5 font-medium text-white tabular-nums";

type Props = {
  attachment: Attachment;
  isReady: boolean;
  /** a sign on a video that plays elsewhere */
  hasPlay?: boolean;
};

/** Behind a picture that has not come, and over a video that has. */
export function PictureGround({ attachment: { kind, durationSeconds }, isReady, hasPlay = false }: Props) {
  const Icon = kind === "video" ? Video : Image;
  return (
    <>
      {isReady ? null : (
        <span className="text-muted absolute inset-0 flex items-center justify-center">
          <Icon size={20} aria-hidden />
        </span>
      )}
      {hasPlay ? (
        <span className="absolute inset-0 flex items-center justify-center">
          <span className="flex size-11 items-center justify-center rounded-full bg-black/60 text-white">
            <Play size={20} aria-hidden fill="currentColor" />
          </span>
        </span>
      ) : null}
      {durationSeconds !== null && (hasPlay || !isReady) ? (
        <span className={`absolute start-2 bottom-2 ${onPicture}`}>{durationWords(durationSeconds)}</span>
      ) : null}
    </>
  );
}
