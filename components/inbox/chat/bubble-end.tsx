import { Smartphone } from "lucide-react";
import { DeliveryTick } from "@/components/inbox/chat/delivery-tick";
import { useOpenDetails } from "@/components/inbox/chat/details/use-open-details";
import { TimeText } from "@/components/ui/time-text";
import type { Message } from "@/domain/inbox";
import { readWords } from "@/domain/people-words";

type Props = { message: Message; hasStateWord: boolean; isHistoryOpen: boolean; onToggle: () => void };

/** Theirs, and somebody of ours has read it on another device. */
function ReadElsewhere({ words, hasWord }: { words: string; hasWord: boolean }) {
  return (
    <span title={words} className="inline-flex items-center gap-1">
      <Smartphone size={12} aria-hidden />
      <span className={hasWord ? "" : "sr-only"}>{words}</span>
    </span>
  );
}

/** Edited, when, and how far it got: small, behind the last words. The time opens all there is to know. */
export function BubbleEnd({ message, hasStateWord, isHistoryOpen, onToggle }: Props) {
  const open = useOpenDetails();
  const read = readWords(message);
  return (
    <span className="text-meta text-muted flex flex-wrap items-center justify-end gap-x-1.5">
      {message.editedAt === null ? null : (
        <button
          type="button"
          aria-expanded={isHistoryOpen}
          disabled={message.versions.length === 0}
          onClick={onToggle}
          className="touch:after:absolute touch:after:-inset-x-1 touch:after:-inset-y-3.5 relative enabled:underline enabled:decoration-dotted enabled:underline-offset-2"
        >
          edited
        </button>
      )}
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => {
          open(message.id);
        }}
        className="touch:after:absolute touch:after:-inset-x-3 touch:after:-inset-y-3.5 relative decoration-dotted underline-offset-2 hover:underline"
      >
        <TimeText at={message.sentAt} as="clock" />
        <span className="sr-only">, message details</span>
      </button>
      {message.state === null ? null : <DeliveryTick state={message.state} words={read} hasWord={hasStateWord} />}
      {message.state === null && read !== null ? <ReadElsewhere words={read} hasWord={hasStateWord} /> : null}
    </span>
  );
}
