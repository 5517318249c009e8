import { Download, X, ZoomIn, ZoomOut } from "lucide-react";
import { useDownload } from "@/components/inbox/chat/attachments/use-download";
import { IconButton } from "@/components/ui/icon-button";
import { TimeText } from "@/components/ui/time-text";
import { attachmentTitle } from "@/domain/attachment-words";
import type { GalleryItem } from "@/domain/gallery";
import { sentence } from "@/domain/file-measures";
import { zoomStep } from "@/domain/picture-zoom";

type Props = {
  item: GalleryItem;
  /** "2 / 5" */
  placeWords: string;
  /** null for what cannot be enlarged */
  onZoom: ((factor: number) => void) | null;
  onClose: () => void;
};

/** Who sent it and when, and what can be done with it. */
export function LightboxBar({ item: { attachment, message }, placeWords, onZoom, onClose }: Props) {
  const { isBusy, problem, start } = useDownload(attachment);
  return (
    <header className="flex min-h-14 items-center gap-1 ps-4 pe-2">
      <div className="min-w-0 flex-1">
        <h2 className="text-body truncate font-semibold">
          <bdi>{message.direction === "outgoing" ? "You" : message.sender.name}</bdi>
        </h2>
        <p role="status" className="text-meta text-muted truncate">
          {problem === null ? (
            <>
              <TimeText at={message.sentAt} as="day" /> <TimeText at={message.sentAt} as="clock" />
            </>
          ) : (
            sentence(problem.title)
          )}
        </p>
      </div>
      <span className="text-meta text-muted px-2 tabular-nums">{placeWords}</span>
      {onZoom === null ? null : (
        <>
          <IconButton name="Zoom out" command="zoom-out" onClick={() => onZoom(1 / zoomStep)}>
            <ZoomOut size={20} aria-hidden />
          </IconButton>
          <IconButton name="Zoom in" command="zoom-in" onClick={() => onZoom(zoomStep)}>
            <ZoomIn size={20} aria-hidden />
          </IconButton>
        </>
      )}
      <IconButton name={`Download ${attachmentTitle(attachment)}`} aria-busy={isBusy} onClick={start}>
        <Download size={20} aria-hidden />
      </IconButton>
      <IconButton name="Close" onClick={onClose}>
        <X size={20} aria-hidden />
      </IconButton>
    </header>
  );
}
