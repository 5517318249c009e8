"use client";

import { Download } from "lucide-react";
import { useDownload } from "@/components/inbox/chat/attachments/use-download";
import { attachmentTitle } from "@/domain/attachment-words";
import type { Attachment } from "@/domain/inbox";
import { sentence } from "@/domain/file-measures";

type Props = { attachment: Attachment; words?: string };

/** A small link that saves the file, and says so when it cannot. */
export function DownloadLink({ attachment, words = "Download" }: Props) {
  const { href, isBusy, problem, onClick } = useDownload(attachment);
  return (
    <span className="text-preview inline-flex flex-wrap items-center gap-x-2">
      <a
        href={href}
        download
        aria-label={`${words} ${attachmentTitle(attachment)}`}
        aria-busy={isBusy}
        onClick={onClick}
        className="text-accent touch:min-h-11 inline-flex min-h-6 items-center gap-1 font-medium hover:underline aria-busy:opacity-60"
      >
        <Download size={14} aria-hidden />
        {words}
      </a>
      {problem === null ? null : (
        <span role="status" className="text-muted">
          {sentence(problem.title)}
        </span>
      )}
    </span>
  );
}
