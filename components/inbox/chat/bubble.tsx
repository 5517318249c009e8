"use client";

import { Trash2 } from "lucide-react";
import { memo, useState } from "react";
import { Attachments } from "@/components/inbox/chat/attachments/attachments";
import { BubbleEnd } from "@/components/inbox/chat/bubble-end";
import { DetailsButton } from "@/components/inbox/chat/details/details-button";
import { EarlierTexts } from "@/components/inbox/chat/earlier-texts";
import { MessageWords } from "@/components/inbox/chat/message-words";
import { Quote } from "@/components/inbox/chat/quote";
import { ReactionRow } from "@/components/inbox/chat/reaction-row";
import { areStickers } from "@/domain/attachment-words";
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
  onJump: (messageId: string) => void;
};

function DeletedMark({ hasText }: { hasText: boolean }) {
  return (
    <p className="text-preview text-muted flex items-center gap-1.5 italic">
      <Trash2 size={14} aria-hidden />
      {hasText ? "Message deleted, kept for your team:" : "Message deleted"}
    </p>
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
  const isBare = attachments.length === 0 ? isBigEmoji(text ?? "") : (text ?? "") === "" && areStickers(attachments);
  if (isBare && quoted === null) return "px-1";
  return `${direction === "outgoing" ? "bg-bubble-out" : "bg-bubble-in"} px-3 py-1.5`;
}

/** Text below a picture breaks where the picture ends. */
function widthOf({ attachments }: Message): string {
  return attachments.length > 0 ? "max-w-[min(100%,346px)]" : "max-w-full";
}

/** One message with all that became of it. */
export const Bubble = memo(function Bubble(props: Props) {
  const { message, provider, hasStateWord, onJump } = props;
  const [isHistoryOpen, setIsHistoryOpen] = useState(false);
  const { quoted, text, deletedAt, versions } = message;
  const isOurs = message.direction === "outgoing";
  const toggle = () => {
    setIsHistoryOpen(!isHistoryOpen);
  };
  const end = (
    <BubbleEnd message={message} hasStateWord={hasStateWord} isHistoryOpen={isHistoryOpen} onToggle={toggle} />
  );
  return (
    <div className={`group/message relative flex max-w-full flex-col ${isOurs ? "items-end" : "items-start"}`}>
      <div
        id={`message-${message.id}`}
        className={`${groundOf(message)} ${corners(props)} ${widthOf(message)} min-w-0`}
      >
        {deletedAt === null ? null : <DeletedMark hasText={(text ?? "") !== ""} />}
        {quoted === null ? null : <Quote quoted={quoted} onJump={onJump} />}
        <Attachments message={message} provider={provider} />
        <MessageWords message={message} provider={provider} end={end} />
        {isHistoryOpen ? <EarlierTexts versions={versions} /> : null}
      </div>
      <ReactionRow reactions={message.reactions} />
      <DetailsButton messageId={message.id} isOurs={isOurs} />
    </div>
  );
});
