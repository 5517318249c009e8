import type { ReactNode } from "react";
import { isBigEmoji, toTextParts } from "@/domain/message-text";

/** What somebody wrote, as text and nothing else; addresses become links that tell the other side nothing. */
export function MessageText({ text, isFaded, end }: { text: string; isFaded: boolean; end: ReactNode }) {
  const size = isBigEmoji(text) ? "text-[2rem] leading-10" : "text-message";
  return (
    <p
      dir="auto"
      className={`${size} flow-root [overflow-wrap:anywhere] whitespace-pre-wrap ${isFaded ? "text-muted" : ""}`}
    >
      <span>
        {toTextParts(text).map(({ text: part, href }, place) =>
          href === null ? (
            part
          ) : (
            <a
              key={place}
              href={href}
              target="_blank"
              rel="noopener noreferrer nofollow"
              className="text-accent underline decoration-1 underline-offset-2"
            >
              {part}
            </a>
          ),
        )}
      </span>
      {end}
    </p>
  );
}
