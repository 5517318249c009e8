"use client";

import {
  Download,
  File,
  FileArchive,
  FileAudio,
  FileCode,
  FileImage,
  FileSpreadsheet,
  FileText,
  FileVideo,
  Presentation,
} from "lucide-react";
import { FileName } from "@/components/inbox/chat/attachments/file-name";
import { Failure } from "@/components/inbox/chat/attachments/failure";
import { useDownload } from "@/components/inbox/chat/attachments/use-download";
import { attachmentDetails, attachmentLabel, attachmentTitle } from "@/domain/attachment-words";
import { fileSign } from "@/domain/file-names";
import type { Attachment } from "@/domain/inbox";
import type { Provider } from "@/domain/providers";

const icons = {
  document: FileText,
  sheet: FileSpreadsheet,
  slides: Presentation,
  archive: FileArchive,
  image: FileImage,
  video: FileVideo,
  audio: FileAudio,
  code: FileCode,
  file: File,
} as const;

/** What it is, its name and its size; a click saves it. */
export function FileRow({ attachment, provider }: { attachment: Attachment; provider: Provider }) {
  const { href, isBusy, problem, start, onClick } = useDownload(attachment);
  const title = attachmentTitle(attachment);
  const Icon = icons[fileSign(title, attachment.mimetype)];
  return (
    <>
      <a
        href={href}
        download
        aria-label={`Download ${attachmentLabel(attachment)}`}
        aria-busy={isBusy}
        onClick={onClick}
        className="rounded-card border-border bg-surface hover:bg-raised flex w-72 max-w-full items-center gap-3 border px-3 py-2 transition-colors"
      >
        <Icon size={24} aria-hidden className="text-muted" />
        <span className="min-w-0 flex-1">
          <FileName name={title} />
          <span className="text-meta text-muted block truncate">
            {isBusy ? <span role="status">Downloading</span> : attachmentDetails(attachment)}
          </span>
        </span>
        <Download size={16} aria-hidden className="text-muted" />
      </a>
      {problem === null ? null : (
        <Failure
          attachment={attachment}
          provider={provider}
          failed={{ problem, isUnreadable: false }}
          onRetry={start}
        />
      )}
    </>
  );
}
