import { CircleOff, Contact, File, Image, Mic, Music, Sticker, Video } from "lucide-react";
import { attachmentDetails, attachmentNoun, attachmentTitle, pictureBox } from "@/domain/attachment-words";
import type { Attachment } from "@/domain/inbox";

const icons = {
  image: Image,
  video: Video,
  audio: Music,
  file: File,
  card: Contact,
  voice: Mic,
  sticker: Sticker,
} as const;

function signOf({ kind, isSticker, isVoiceNote }: Attachment): keyof typeof icons {
  if (isVoiceNote) return "voice";
  return isSticker ? "sticker" : kind;
}

function Words({ attachment }: { attachment: Attachment }) {
  return (
    <span className="min-w-0">
      <bdi className="text-preview block truncate font-medium">{attachmentTitle(attachment)}</bdi>
      <span className="text-meta text-muted block truncate">{attachmentDetails(attachment)}</span>
    </span>
  );
}

/** Keeps the picture's room free, so that nothing moves when it comes. */
function PictureBox({ attachment }: { attachment: Attachment }) {
  const Icon = icons[signOf(attachment)];
  const { width, height } = pictureBox(attachment);
  return (
    <span
      className="bg-raised rounded-card border-border flex max-w-full flex-col items-center justify-center gap-2 border p-2 text-center"
      style={{ width, aspectRatio: `${String(width)} / ${String(height)}` }}
    >
      <Icon size={20} aria-hidden className="text-muted" />
      <span className="max-w-full">
        <Words attachment={attachment} />
      </span>
    </span>
  );
}

function RowBox({ attachment }: { attachment: Attachment }) {
  const Icon = icons[signOf(attachment)];
  return (
    <span className="bg-raised rounded-card border-border flex w-72 max-w-full items-center gap-3 border px-3 py-2">
      <Icon size={20} aria-hidden className="text-muted" />
      <Words attachment={attachment} />
    </span>
  );
}

function UnavailableBox({ attachment, app }: { attachment: Attachment; app: string }) {
  return (
    <span className="rounded-card border-border-strong text-preview text-muted flex max-w-full items-center gap-2 border border-dashed px-3 py-2">
      <CircleOff size={16} aria-hidden />
      <span>
        {attachmentNoun(attachment)} no longer available from {app}
      </span>
    </span>
  );
}

/** Stands for an attachment: what it is, its name and size, in the room it needs. */
export function AttachmentBox({ attachment, app }: { attachment: Attachment; app: string }) {
  if (attachment.isUnavailable) return <UnavailableBox attachment={attachment} app={app} />;
  const hasPicture = attachment.kind === "image" || attachment.kind === "video";
  return hasPicture ? <PictureBox attachment={attachment} /> : <RowBox attachment={attachment} />;
}
