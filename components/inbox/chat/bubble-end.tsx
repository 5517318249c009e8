import { DeliveryTick } from "@/components/inbox/chat/delivery-tick";
import { TimeText } from "@/components/ui/time-text";
import type { Message } from "@/domain/inbox";

type Props = { message: Message; hasStateWord: boolean; isHistoryOpen: boolean; onToggle: () => void };

/** Edited, when, and how far it got: small, behind the last words. */
export function BubbleEnd({ message, hasStateWord, isHistoryOpen, onToggle }: Props) {
  return (
    <span className="text-meta text-muted flex items-center gap-1.5">
      {message.editedAt === null ? null : (
        <button
          type="button"
          aria-expanded={isHistoryOpen}
          disabled={message.versions.length === 0}
          onClick={onToggle}
          className="enabled:underline enabled:decoration-dotted enabled:underline-offset-2"
        >
          edited
        </button>
      )}
      <TimeText at={message.sentAt} as="clock" />
      {message.state === null ? null : <DeliveryTick state={message.state} hasWord={hasStateWord} />}
    </span>
  );
}
