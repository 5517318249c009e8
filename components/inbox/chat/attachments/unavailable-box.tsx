import { CircleOff } from "lucide-react";
import { attachmentNoun } from "@/domain/attachment-words";
import type { Attachment } from "@/domain/inbox";
import type { Provider } from "@/domain/providers";

/** The provider itself no longer has it. */
export function UnavailableBox({ attachment, provider }: { attachment: Attachment; provider: Provider }) {
  return (
    <span className="rounded-card border-border-strong text-preview text-muted flex max-w-full items-center gap-2 border border-dashed px-3 py-2">
      <CircleOff size={16} aria-hidden />
      <span>
        {attachmentNoun(attachment)} no longer available from {provider.label}
      </span>
    </span>
  );
}
