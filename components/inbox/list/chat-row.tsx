"use client";

import { memo, type MouseEvent } from "react";
import { rowHeightRem, type Density } from "@/components/inbox/list/row-height";
import { RowPreview } from "@/components/inbox/list/row-preview";
import { RowTime } from "@/components/inbox/list/row-time";
import { UnreadCount } from "@/components/inbox/list/unread-count";
import { WaitingTime } from "@/components/inbox/list/waiting-time";
import { Avatar } from "@/components/ui/avatar";
import { useClock } from "@/components/ui/clock";
import { TimeText } from "@/components/ui/time-text";
import type { Chat } from "@/domain/inbox";
import type { View } from "@/domain/inbox-address";
import { chatRowName } from "@/domain/row-words";

type Props = {
  chat: Chat;
  view: View;
  density: Density;
  /** its row, counted from 0, and of how many; null while nobody knows */
  index: number;
  count: number | null;
  href: string;
  isOpen: boolean;
  isTabStop: boolean;
  onOpen: (chatId: string) => void;
  onApproach: (chatId: string) => void;
};

const isPlainClick = (event: MouseEvent) => !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

const shape = "absolute inset-x-0 top-0 flex items-center gap-3 ps-5 pe-4 outline-offset-[-2px]";

const lineShape = "flex items-center gap-2";
const cut = "text-as-parent min-w-0 truncate";

type Said = Pick<Props, "chat" | "view">;

function Title({ chat }: Pick<Props, "chat">) {
  const weight = chat.unreadCount > 0 ? "font-semibold" : "font-medium";
  return (
    <span dir="auto" className={`${cut} text-body ${weight}`}>
      {chat.title}
    </span>
  );
}

function ThreeLines({ chat, view }: Said) {
  return (
    <>
      <Avatar name={chat.title} pictureUrl={chat.pictureUrl} sizePx={40} provider={chat.account.provider} />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className={`${lineShape} justify-between`}>
          <Title chat={chat} />
          <RowTime chat={chat} view={view} />
        </span>
        <span className={`${lineShape} text-preview`}>
          <RowPreview chat={chat} />
          <UnreadCount count={chat.unreadCount} />
        </span>
        <span className={`${lineShape} text-meta text-subtle`}>
          <span dir="auto" className={`${cut} flex-1`}>
            {chat.account.name}
          </span>
          {view === "waiting" ? (
            <TimeText at={chat.lastActivityAt} as="list" className="flex-none" />
          ) : (
            <WaitingTime since={chat.waitingSince} look="beside" />
          )}
        </span>
      </span>
    </>
  );
}

function TwoLines({ chat, view }: Said) {
  return (
    <>
      <Avatar name={chat.title} pictureUrl={chat.pictureUrl} sizePx={28} provider={chat.account.provider} />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className={lineShape}>
          <Title chat={chat} />
          <span dir="auto" className={`${cut} text-meta text-subtle flex-1 basis-12`}>
            {chat.account.name}
          </span>
          <RowTime chat={chat} view={view} />
        </span>
        <span className={`${lineShape} text-preview`}>
          <RowPreview chat={chat} />
          {view === "waiting" ? null : <WaitingTime since={chat.waitingSince} look="beside" />}
          <UnreadCount count={chat.unreadCount} />
        </span>
      </span>
    </>
  );
}

/** One chat of the list. Its accessible name says everything that the row shows. Its place is a transform: rows that change places are no shift of layout. */
export const ChatRow = memo(function ChatRow({ chat, view, density, index, count, ...rest }: Props) {
  const { href, isOpen, isTabStop, onOpen, onApproach } = rest;
  const present = useClock();
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
  const Lines = density === "compact" ? TwoLines : ThreeLines;
  const heightRem = rowHeightRem[density];
  return (
    <a
      role="option"
      href={href}
      data-chat={chat.id}
      aria-selected={isOpen}
      aria-setsize={count ?? -1}
      aria-posinset={index + 1}
      aria-label={chatRowName(chat, present)}
      tabIndex={isTabStop ? 0 : -1}
      onClick={open}
      onPointerEnter={approach}
      onFocus={approach}
      style={{ transform: `translateY(${String(index * heightRem)}rem)`, height: `${String(heightRem)}rem` }}
      className={`${shape} ${ground}`}
    >
      {chat.unreadCount > 0 ? <span className="bg-accent absolute start-[7px] size-1.5 rounded-full" /> : null}
      <Lines chat={chat} view={view} />
    </a>
  );
});
