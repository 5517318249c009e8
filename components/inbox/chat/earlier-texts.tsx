import { FoldedText } from "@/components/inbox/chat/folded-text";
import { TimeText } from "@/components/ui/time-text";
import type { Message } from "@/domain/inbox";

/** What the message said before, oldest first; the team alone sees it. */
export function EarlierTexts({ versions }: { versions: Message["versions"] }) {
  return (
    <ol aria-label="Earlier versions" className="border-border-strong mt-2 flex flex-col gap-2 border-s-2 ps-2">
      {versions.map(({ text, at }, place) => (
        <li key={place} className="text-preview text-muted">
          <TimeText at={at} as="clock" className="text-meta" />{" "}
          <span dir="auto" className="block [overflow-wrap:anywhere] whitespace-pre-wrap">
            {text === null ? "Without text" : <FoldedText text={text} />}
          </span>
        </li>
      ))}
    </ol>
  );
}
