import { memo } from "react";
import { Bubble } from "@/components/inbox/chat/bubble";
import { Avatar } from "@/components/ui/avatar";
import type { Message } from "@/domain/inbox";
import type { Provider } from "@/domain/providers";

export type LineContext = {
  provider: Provider;
  isGroup: boolean;
  /** the newest message of ours */
  lastOwnId: string | null;
  onJump: (messageId: string) => void;
};

type Props = {
  message: Message;
  /** its place in its run */
  isFirst: boolean;
  isLast: boolean;
  context: LineContext;
  isTabStop: boolean;
};

/** Beside the first message of a run stands who sent it, in a group; below it the others keep that room free. */
function besideOf({ message, isFirst, context }: Props) {
  if (!context.isGroup || message.direction === "outgoing") return "none" as const;
  return isFirst ? ("sender" as const) : ("room" as const);
}

/** One message on its side of the conversation. */
export const MessageLine = memo(function MessageLine(props: Props) {
  const { message, isFirst, isLast, context, isTabStop } = props;
  const isOurs = message.direction === "outgoing";
  const beside = besideOf(props);
  return (
    <article
      data-message={message.id}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={isOurs ? "You" : message.sender.name}
      aria-describedby={`message-${message.id}`}
      className={`message flex items-start gap-2 ${isOurs ? "justify-end" : "justify-start"} ${isFirst ? "mt-3" : "mt-0.5"} ${beside === "room" ? "ps-9" : ""}`}
    >
      {beside === "sender" ? (
        <span className="mt-[18px] flex">
          <Avatar name={message.sender.name} pictureUrl={message.sender.pictureUrl} sizePx={28} />
        </span>
      ) : null}
      <div
        className={`message-body flex max-w-[min(75%,68ch)] min-w-0 flex-col ${isOurs ? "items-end" : "items-start"}`}
      >
        {beside === "sender" ? (
          <bdi className="text-meta text-muted px-3 pb-0.5 font-medium">{message.sender.name}</bdi>
        ) : null}
        <Bubble
          message={message}
          provider={context.provider}
          isFirst={isFirst}
          isLast={isLast}
          hasStateWord={message.id === context.lastOwnId}
          onJump={context.onJump}
        />
      </div>
    </article>
  );
});
