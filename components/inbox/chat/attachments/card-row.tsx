import { Contact, IdCard, Newspaper, Share2, Video } from "lucide-react";
import { DownloadLink } from "@/components/inbox/chat/attachments/download-link";
import { OpenLink } from "@/components/inbox/chat/open-link";
import { attachmentNoun, attachmentTitle, cardHref } from "@/domain/attachment-words";
import type { Attachment } from "@/domain/inbox";
import type { Provider } from "@/domain/providers";

const icons = { contact: Contact, meeting: Video, post: Newspaper, profile: IdCard, share: Share2 } as const;

/** A contact, a meeting, or something that was shared: what it is, what it is called, and where it leads. */
export function CardRow({ attachment, provider }: { attachment: Attachment; provider: Provider }) {
  const { cardKind } = attachment;
  const Icon = icons[cardKind ?? "share"];
  const noun = attachmentNoun(attachment);
  const title = attachmentTitle(attachment).replace(cardKind === "contact" ? /\.vcf$/i : "", "");
  const href = cardHref(attachment);
  const words = cardKind === "meeting" ? "Join the meeting" : `Open in ${provider.label}`;
  return (
    <div
      role="group"
      aria-label={`${noun}${title === noun ? "" : `, ${title}`}`}
      className="rounded-card border-border bg-surface flex w-72 max-w-full gap-3 border px-3 py-2"
    >
      <Icon size={24} aria-hidden className="text-muted mt-1" />
      <div className="min-w-0 flex-1">
        <bdi className="text-preview line-clamp-2 font-medium [overflow-wrap:anywhere]">{title}</bdi>
        {title === noun ? null : <span className="text-meta text-muted block">{noun}</span>}
        <span className="text-preview flex flex-wrap gap-x-3">
          {cardKind === "contact" ? <DownloadLink attachment={attachment} words="Save contact" /> : null}
          {href === null ? null : <OpenLink href={href}>{words}</OpenLink>}
        </span>
      </div>
    </div>
  );
}
