"use client";

import { ArrowDown } from "lucide-react";
import { useCallback, useMemo } from "react";
import { RunOfMessages, type RunContext } from "@/components/inbox/chat/run-of-messages";
import { SystemLine } from "@/components/inbox/chat/system-line";
import type { Following } from "@/components/inbox/chat/use-following";
import { useClock } from "@/components/ui/clock";
import { TimeText } from "@/components/ui/time-text";
import type { Chat, Message } from "@/domain/inbox";
import { providerOf } from "@/domain/providers";
import { toTimeline, type TimelineDay } from "@/domain/timeline";

type Props = {
  chat: Chat;
  messages: readonly Message[];
  following: Following;
  isLoadingOlder: boolean;
  newCount: number;
};

function Day({ day, context }: { day: TimelineDay; context: RunContext }) {
  return (
    <section className="flex flex-col gap-3">
      <h3 className="sticky top-2 z-10 flex justify-center">
        <TimeText
          at={day.at}
          as="day"
          className="border-border bg-surface text-meta text-muted rounded-full border px-2.5 py-0.5 font-medium"
        />
      </h3>
      {day.entries.map((entry) =>
        entry.kind === "system" ? (
          <div key={entry.key} data-message={entry.key}>
            <SystemLine message={entry.message} />
          </div>
        ) : (
          <RunOfMessages key={entry.key} run={entry} context={context} />
        ),
      )}
    </section>
  );
}

function flash(box: HTMLElement | null, messageId: string): void {
  const target = box?.querySelector<HTMLElement>(`[data-message="${CSS.escape(messageId)}"]`);
  if (!target) return;
  target.scrollIntoView({ block: "center" });
  target.classList.add("flash");
  target.addEventListener("animationend", () => {
    target.classList.remove("flash");
  });
}

function ToEnd({ newCount, onClick }: { newCount: number; onClick: () => void }) {
  const words = newCount > 0 ? `${String(newCount)} new` : "To the end";
  return (
    <button
      type="button"
      onClick={onClick}
      className={`shadow-float touch:min-h-11 absolute end-4 bottom-4 flex min-h-8 items-center gap-1.5 rounded-full px-3 ${newCount > 0 ? "bg-accent text-accent-fg" : "border-border bg-surface text-muted border"} text-preview font-medium`}
    >
      {words}
      <ArrowDown size={14} aria-hidden />
    </button>
  );
}

/** Days, runs and lines of one conversation, oldest first. */
export function Timeline({ chat, messages, following, isLoadingOlder, newCount }: Props) {
  const { zone } = useClock();
  const { box, isAtEnd, onScroll, toEnd } = following;
  const days = useMemo(() => toTimeline(messages, zone), [messages, zone]);
  const onJump = useCallback(
    (messageId: string) => {
      flash(box.current, messageId);
    },
    [box],
  );
  const context = useMemo<RunContext>(
    () => ({
      provider: providerOf(chat.account.provider),
      isGroup: chat.isGroup,
      lastOwnId: messages.findLast(({ direction, kind }) => direction === "outgoing" && kind === "message")?.id ?? null,
      loadedIds: new Set(messages.map(({ id }) => id)),
      onJump,
    }),
    [chat.account.provider, chat.isGroup, messages, onJump],
  );
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={box}
        role="region"
        aria-label="Messages"
        tabIndex={0}
        onScroll={onScroll}
        className="scroll-thin flex h-full flex-col-reverse overflow-y-auto overscroll-contain outline-offset-[-2px] [overflow-anchor:none]"
      >
        <div className="mx-auto flex min-h-full w-full max-w-[720px] flex-none flex-col justify-end gap-4 px-4 pt-4 pb-6">
          {isLoadingOlder ? (
            <p role="status" className="late text-meta text-subtle text-center">
              Loading earlier messages
            </p>
          ) : null}
          {days.map((day) => (
            <Day key={day.key} day={day} context={context} />
          ))}
        </div>
      </div>
      {isAtEnd ? null : <ToEnd newCount={newCount} onClick={toEnd} />}
    </div>
  );
}
