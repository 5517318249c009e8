import type { ReactNode } from "react";
import { FoldedText } from "@/components/inbox/chat/folded-text";
import { isBigEmoji } from "@/domain/message-text";

/** What somebody wrote, as text and nothing else; addresses become links that tell the other side nothing. */
export function MessageText({ text, isFaded, end }: { text: string; isFaded: boolean; end: ReactNode }) {
  const size = isBigEmoji(text) ? "text-[2rem] leading-10" : "text-message";
  return (
    <p
      dir="auto"
      className={`${size} flow-root [overflow-wrap:anywhere] whitespace-pre-wrap ${isFaded ? "text-muted" : ""}`}
    >
      <FoldedText text={text} />
      {end}
    </p>
  );
}
