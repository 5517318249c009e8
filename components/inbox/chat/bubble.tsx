"use client";

import { ExternalLink, Trash2 } from "lucide-react";
import { memo, useState } from "react";
import { AttachmentBox } from "@/components/inbox/chat/attachment-box";
import { DeliveryTick } from "@/components/inbox/chat/delivery-tick";
import { EarlierTexts } from "@/components/inbox/chat/earlier-texts";
import { MessageText } from "@/components/inbox/chat/message-text";
import { Quote } from "@/components/inbox/chat/quote";
import { ReactionRow } from "@/components/inbox/chat/reaction-row";
import { TimeText } from "@/components/ui/time-text";
import type { Message } from "@/domain/inbox";
import { isBigEmoji } from "@/domain/message-text";
import type { Provider } from "@/domain/providers";

type Props = {
  message: Message;
  provider: Provider;
  /** where it stands in its run: joined corners are rounder on the outside */
  isFirst: boolean;
  isLast: boolean;
  /** the newest of ours says its state in a word */
  hasStateWord: boolean;
  isQuoteLoaded: boolean;
  onJump: (messageId: string) => void;
};

function Unsupported({ provider: { label, appUrl } }: { provider: Provider }) {
  return (
    <p className="text-preview text-muted">
      Not shown here ·{" "}
      {appUrl === null ? (
        `open it in ${label}`
      ) : (
        <a
          href={appUrl}
          target="_blank"
          rel="noopener noreferrer"
          className="text-accent inline-flex items-center gap-1 font-medium hover:underline"
        >
          Open in {label}
          <ExternalLink size={12} aria-hidden />
        </a>
      )}
    </p>
  );
}

function DeletedMark({ hasText }: { hasText: boolean }) {
  return (
    <p className="text-preview text-muted flex items-center gap-1.5 italic">
      <Trash2 size={14} aria-hidden />
      {hasText ? "Message deleted, kept for your team:" : "Message deleted"}
    </p>
  );
}

function Attachments({ message, provider }: Pick<Props, "message" | "provider">) {
  if (message.attachments.length === 0) return null;
  return (
    <span className="my-1 flex flex-col gap-1">
      {message.attachments.map((attachment) => (
        <AttachmentBox key={attachment.id} attachment={attachment} app={provider.label} />
      ))}
    </span>
  );
}

function Words({ message, provider }: Pick<Props, "message" | "provider">) {
  const { text, deletedAt, isUnsupported, attachments } = message;
  if (isUnsupported) return <Unsupported provider={provider} />;
  if (text !== null && text !== "") return <MessageText text={text} isFaded={deletedAt !== null} />;
  if (attachments.length > 0 || deletedAt !== null) return null;
  return <p className="text-preview text-muted">Empty message</p>;
}

function Content({ message, provider, isQuoteLoaded, onJump }: Omit<Props, "isFirst" | "isLast" | "hasStateWord">) {
  const { quoted, text, deletedAt } = message;
  return (
    <>
      {deletedAt === null ? null : <DeletedMark hasText={(text ?? "") !== ""} />}
      {quoted === null ? null : <Quote quoted={quoted} isLoaded={isQuoteLoaded} onJump={onJump} />}
      <Attachments message={message} provider={provider} />
      <Words message={message} provider={provider} />
    </>
  );
}

function corners({ message, isFirst, isLast }: Props): string {
  const isOurs = message.direction === "outgoing";
  const above = isFirst ? "" : isOurs ? "rounded-se-joint" : "rounded-ss-joint";
  const below = isLast ? "" : isOurs ? "rounded-ee-joint" : "rounded-es-joint";
  return `rounded-bubble ${above} ${below}`;
}

function groundOf({ deletedAt, direction, text, attachments, quoted }: Message): string {
  if (deletedAt !== null) return "border border-dashed border-border-strong px-3 py-1.5";
  if (attachments.length === 0 && quoted === null && isBigEmoji(text ?? "")) return "px-1";
  return `${direction === "outgoing" ? "bg-bubble-out" : "bg-bubble-in"} px-3 py-1.5`;
}

/** Text below a picture breaks where the picture ends. */
function widthOf({ attachments }: Message): string {
  return attachments.length > 0 ? "max-w-[min(100%,346px)]" : "max-w-full";
}

/** One message with all that became of it. */
export const Bubble = memo(function Bubble(props: Props) {
  const { message, hasStateWord } = props;
  const [isHistoryOpen, setIsHistoryOpen] = useState(false);
  const isOurs = message.direction === "outgoing";
  const ground = groundOf(message);
  return (
    <div className={`flex max-w-full flex-col ${isOurs ? "items-end" : "items-start"}`}>
      <div className={`${ground} ${corners(props)} ${widthOf(message)} flex flex-wrap items-end justify-end gap-x-3`}>
        <div className={`max-w-full min-w-0 ${message.attachments.length > 0 ? "basis-full" : "flex-auto"}`}>
          <Content {...props} />
          {isHistoryOpen ? <EarlierTexts versions={message.versions} /> : null}
        </div>
        <p className="text-meta text-muted flex flex-none items-center justify-end gap-x-1.5 pb-px">
          {message.editedAt === null ? null : (
            <button
              type="button"
              aria-expanded={isHistoryOpen}
              disabled={message.versions.length === 0}
              onClick={() => {
                setIsHistoryOpen(!isHistoryOpen);
              }}
              className="enabled:underline enabled:decoration-dotted enabled:underline-offset-2"
            >
              edited
            </button>
          )}
          <TimeText at={message.sentAt} as="clock" />
          {message.state === null ? null : <DeliveryTick state={message.state} hasWord={hasStateWord} />}
        </p>
      </div>
      <ReactionRow reactions={message.reactions} />
    </div>
  );
});
