import { CircleAlert } from "lucide-react";
import { DownloadLink } from "@/components/inbox/chat/attachments/download-link";
import { failureWords } from "@/components/inbox/chat/attachments/failure-words";
import { RetryButton } from "@/components/inbox/chat/attachments/retry-button";
import type { Failed } from "@/components/inbox/chat/attachments/use-source";
import { OpenLink } from "@/components/inbox/chat/open-link";
import { attachmentLabel } from "@/domain/attachment-words";
import type { Attachment } from "@/domain/inbox";
import type { Provider } from "@/domain/providers";

type Props = {
  attachment: Attachment;
  provider: Provider;
  failed: Omit<Failed, "state">;
  onRetry: () => void;
  /** the room that was kept for it, so that nothing around moves */
  heightPx?: number;
};

/** In place of what could not be loaded: why, and what can be done. */
export function Failure({ attachment, provider, failed, onRetry, heightPx }: Props) {
  return (
    <div
      className="rounded-card border-border-strong flex w-80 max-w-full flex-col justify-center gap-2 border border-dashed p-3"
      style={{ minHeight: heightPx }}
    >
      <p role="status" className="text-preview text-muted flex gap-2">
        <CircleAlert size={16} aria-hidden className="mt-px" />
        <span className="min-w-0 [overflow-wrap:anywhere]">{failureWords(attachment, failed)}</span>
      </p>
      <div className="text-preview flex flex-wrap items-center gap-x-3 gap-y-1">
        {failed.isUnreadable ? (
          <DownloadLink attachment={attachment} />
        ) : (
          <RetryButton look="plain" name={attachmentLabel(attachment)} onRetry={onRetry} />
        )}
        {provider.appUrl === null ? null : <OpenLink href={provider.appUrl}>Open in {provider.label}</OpenLink>}
      </div>
    </div>
  );
}
