"use client";

import { Clock3 } from "lucide-react";
import { memo, type MouseEvent } from "react";
import { Avatar } from "@/components/ui/avatar";
import { useClock } from "@/components/ui/clock";
import { TimeText } from "@/components/ui/time-text";
import type { Chat } from "@/domain/inbox";
import { badgeCount } from "@/domain/measures";
import { chatRowName } from "@/domain/row-words";

type Props = {
  chat: Chat;
  href: string;
  isOpen: boolean;
  isTabStop: boolean;
  onOpen: (chatId: string) => void;
  onApproach: (chatId: string) => void;
};

const isPlainClick = (event: MouseEvent) => !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

const shape =
  "group relative flex h-[72px] items-center gap-3 ps-5 pe-4 outline-offset-[-2px] [content-visibility:auto] [contain-intrinsic-size:auto_72px]";

/** Cut where its own language ends, and still aligned with the other lines. */
const oneLine = "min-w-0 flex-1 truncate text-as-parent";

function Unread({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className="bg-accent text-accent-fg text-meta flex h-[18px] min-w-[18px] flex-none items-center justify-center rounded-full px-[5px] font-semibold tabular-nums">
      {badgeCount(count)}
    </span>
  );
}

function Waiting({ since }: { since: string | null }) {
  if (since === null) return null;
  return (
    <span className="text-warning flex flex-none items-center gap-1" title="Waiting for our answer">
      <Clock3 size={12} aria-hidden />
      <TimeText at={since} as="elapsed" />
    </span>
  );
}

/** One chat of the list. Its accessible name says everything that the row shows. */
export const ChatRow = memo(function ChatRow({ chat, href, isOpen, isTabStop, onOpen, onApproach }: Props) {
  const present = useClock();
  const isUnread = chat.unreadCount > 0;
  const approach = () => {
    onApproach(chat.id);
  };
  const open = (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    onOpen(chat.id);
  };
  const ground = isOpen
    ? "bg-selected [--ground:var(--selected)] before:bg-accent before:absolute before:inset-y-0 before:start-0 before:w-0.5"
    : "hover:bg-raised hover:[--ground:var(--raised)]";
  return (
    <a
      role="option"
      href={href}
      data-chat={chat.id}
      aria-selected={isOpen}
      aria-label={chatRowName(chat, present)}
      tabIndex={isTabStop ? 0 : -1}
      onClick={open}
      onPointerEnter={approach}
      onFocus={approach}
      className={`${shape} ${ground}`}
    >
      {isUnread ? <span className="bg-accent absolute start-[7px] size-1.5 rounded-full" /> : null}
      <Avatar name={chat.title} pictureUrl={chat.pictureUrl} sizePx={40} provider={chat.account.provider} />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="flex items-baseline gap-2">
          <span dir="auto" className={`${oneLine} text-body ${isUnread ? "font-semibold" : "font-medium"}`}>
            {chat.title}
          </span>
          <TimeText
            at={chat.lastActivityAt}
            as="list"
            className={`text-meta flex-none ${isUnread ? "text-accent font-medium" : "text-subtle"}`}
          />
        </span>
        <span className="text-preview flex items-center gap-2">
          <span dir="auto" className={`${oneLine} ${isUnread ? "text-fg" : "text-muted"}`}>
            {chat.lastMessage?.preview}
          </span>
          <Unread count={chat.unreadCount} />
        </span>
        <span className="text-meta text-subtle flex items-center gap-2">
          <span dir="auto" className={oneLine}>
            {chat.account.name}
          </span>
          <Waiting since={chat.waitingSince} />
        </span>
      </span>
    </a>
  );
});
