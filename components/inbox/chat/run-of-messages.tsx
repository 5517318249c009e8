import { Bubble } from "@/components/inbox/chat/bubble";
import { Avatar } from "@/components/ui/avatar";
import type { Provider } from "@/domain/providers";
import type { Run } from "@/domain/timeline";

export type RunContext = {
  provider: Provider;
  isGroup: boolean;
  /** the newest message of ours */
  lastOwnId: string | null;
  loadedIds: ReadonlySet<string>;
  onJump: (messageId: string) => void;
};

/** Messages of one sender in a row. In a group their name stands above the first, their initials beside the last. */
export function RunOfMessages({ run, context }: { run: Run; context: RunContext }) {
  const { provider, isGroup, lastOwnId, loadedIds, onJump } = context;
  const first = run.messages[0];
  if (!first) return null;
  const isOurs = first.direction === "outgoing";
  const hasName = isGroup && !isOurs;
  return (
    <div className={`flex items-start gap-2 ${isOurs ? "justify-end" : "justify-start"}`}>
      {hasName ? (
        <span className="mt-[18px] flex">
          <Avatar name={first.sender.name} pictureUrl={first.sender.pictureUrl} sizePx={28} />
        </span>
      ) : null}
      <div className={`flex max-w-[min(75%,68ch)] min-w-0 flex-col gap-0.5 ${isOurs ? "items-end" : "items-start"}`}>
        {hasName ? <bdi className="text-meta text-muted px-3 pb-0.5 font-medium">{first.sender.name}</bdi> : null}
        {run.messages.map((message, place) => (
          <article
            key={message.id}
            data-message={message.id}
            aria-label={isOurs ? "You" : message.sender.name}
            className="rounded-bubble max-w-full"
          >
            <Bubble
              message={message}
              provider={provider}
              isFirst={place === 0}
              isLast={place === run.messages.length - 1}
              hasStateWord={message.id === lastOwnId}
              isQuoteLoaded={message.quoted?.messageId != null && loadedIds.has(message.quoted.messageId)}
              onJump={onJump}
            />
          </article>
        ))}
      </div>
    </div>
  );
}
