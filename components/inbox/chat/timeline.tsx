"use client";

import { ArrowDown, ArrowUp, Undo2 } from "lucide-react";
import { useMemo, type ReactNode } from "react";
import { DayLabel } from "@/components/inbox/chat/day-label";
import { FloatingButton } from "@/components/inbox/chat/floating-button";
import { MessageLine, type LineContext } from "@/components/inbox/chat/message-line";
import { SystemLine } from "@/components/inbox/chat/system-line";
import { UnreadDivider } from "@/components/inbox/chat/unread-divider";
import type { Following } from "@/components/inbox/chat/use-following";
import type { Jumps } from "@/components/inbox/chat/use-jumps";
import type { MessageKeys } from "@/components/inbox/chat/use-message-keys";
import type { Unread } from "@/components/inbox/chat/use-opening";
import { useClock } from "@/components/ui/clock";
import type { Chat, Message } from "@/domain/inbox";
import { sideOf, type MessageWindow } from "@/domain/message-window";
import { providerOf } from "@/domain/providers";
import { toTimeline, type TimelineDay, type TimelineLine } from "@/domain/timeline";

type Props = {
  chat: Chat;
  window: MessageWindow;
  unread: Unread | null;
  following: Following;
  keys: MessageKeys;
  jumps: Jumps;
  isLoadingOlder: boolean;
  /** stands before the first message */
  beginning: ReactNode;
  newCount: number;
  onDate: (at: string) => void;
};

const isOwn = ({ direction, kind }: Message) => direction === "outgoing" && kind === "message";

function useLineContext({ chat, window, jumps }: Props): LineContext {
  const { provider } = chat.account;
  const { isGroup } = chat;
  const lastOwnId = window.messages.findLast(isOwn)?.id ?? null;
  const onJump = jumps.toMessage;
  return useMemo(
    () => ({ provider: providerOf(provider), isGroup, lastOwnId, onJump }),
    [provider, isGroup, lastOwnId, onJump],
  );
}

function Status({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="late text-meta text-subtle text-center">
      {children}
    </p>
  );
}

type LineProps = { line: TimelineLine; context: LineContext; stopId: string | null; unreadCount: number };

function Line({ line, context, stopId, unreadCount }: LineProps) {
  switch (line.kind) {
    case "divider":
      return <UnreadDivider count={unreadCount} />;
    case "system":
      return <SystemLine message={line.message} isTabStop={line.message.id === stopId} />;
    case "message":
      return (
        <MessageLine
          message={line.message}
          isFirst={line.isFirst}
          isLast={line.isLast}
          context={context}
          isTabStop={line.message.id === stopId}
        />
      );
  }
}

function Days({ days, context, ...props }: Props & { days: readonly TimelineDay[]; context: LineContext }) {
  const { keys, unread, onDate } = props;
  return days.map((day) => (
    <section key={day.key} className="flex flex-col">
      <DayLabel at={day.at} onClick={() => onDate(day.at)} />
      {day.lines.map((line) => (
        <Line key={line.key} line={line} context={context} stopId={keys.stopId} unreadCount={unread?.count ?? 0} />
      ))}
    </section>
  ));
}

/** What floats over the messages: the way to what is new above and below, and back from a jump. */
function Floating({ unread, following, jumps, newCount }: Props) {
  const isBannerShown = unread !== null && following.isDividerAbove;
  return (
    <>
      {isBannerShown ? (
        <FloatingButton look="news" className="end-4 top-2" title="Go to where they begin" onClick={jumps.toDivider}>
          {unread.count} new
          <ArrowUp size={14} aria-hidden />
        </FloatingButton>
      ) : null}
      {jumps.back ? (
        <FloatingButton look="quiet" className="start-4 bottom-4" title="Back to where you were" onClick={jumps.back}>
          <Undo2 size={14} aria-hidden className="rtl:-scale-x-100" />
          Back
        </FloatingButton>
      ) : null}
      {jumps.words === null ? null : (
        <p
          role="status"
          className="late border-border bg-surface text-preview text-muted absolute inset-x-0 bottom-4 mx-auto w-fit rounded-full border px-3 py-1.5"
        >
          {jumps.words}
        </p>
      )}
      {following.isAtEnd ? null : (
        <FloatingButton look={newCount > 0 ? "news" : "quiet"} className="end-4 bottom-4" onClick={jumps.toEnd}>
          {newCount > 0 ? `${String(newCount)} new` : "To the end"}
          <ArrowDown size={14} aria-hidden />
        </FloatingButton>
      )}
    </>
  );
}

/** Days, runs and lines of one conversation, oldest first. */
export function Timeline(props: Props) {
  const { window, unread, following, keys, isLoadingOlder, beginning } = props;
  const { box } = following;
  const { zone } = useClock();
  const dividerAt = unread && sideOf(window, unread.place) === "within" ? unread.place : null;
  const days = useMemo(() => toTimeline(window.messages, zone, dividerAt), [window.messages, zone, dividerAt]);
  const context = useLineContext(props);
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={box}
        role="region"
        aria-label="Messages"
        tabIndex={-1}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
        onBlur={keys.onBlur}
        className="scroll-thin flex h-full flex-col-reverse overflow-y-auto overscroll-contain outline-offset-[-2px] [overflow-anchor:none]"
      >
        <div className="mx-auto flex min-h-full w-full max-w-[720px] flex-none flex-col justify-end px-4 pt-4 pb-6">
          {beginning}
          {isLoadingOlder ? <Status>Loading earlier messages</Status> : null}
          <Days {...props} days={days} context={context} />
        </div>
      </div>
      <Floating {...props} />
    </div>
  );
}
