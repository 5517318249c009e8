"use client";

import { useEffect, useRef, type KeyboardEvent, type Ref } from "react";
import { ChatRow } from "@/components/inbox/list/chat-row";
import { MoreRows } from "@/components/inbox/list/more-rows";
import { NewPill } from "@/components/inbox/list/new-pill";
import { rowHeightRem, useRowHeightPx, type Density } from "@/components/inbox/list/row-height";
import { useDrawnRows } from "@/components/inbox/list/use-drawn-rows";
import { useLooking } from "@/components/inbox/list/use-looking";
import type { More } from "@/components/inbox/list/use-more";
import { useRoving, type ListHandle } from "@/components/inbox/list/use-roving";
import type { Shown } from "@/components/inbox/list/use-shown-list";
import { useTouch } from "@/components/inbox/list/use-touch";
import { toKeyPress } from "@/components/ui/key-press";
import { usePreferences } from "@/components/ui/preferred";
import type { Chat } from "@/domain/inbox";
import { formatInboxAddress, withChat, type InboxAddress } from "@/domain/inbox-address";
import { isNearEnd, type RowRange, type Step } from "@/domain/list-window";
import { commandFor, type Command } from "@/domain/shortcuts";

export type ListActions = {
  onOpen: (chatId: string) => void;
  onApproach: (chatId: string) => void;
  /** the rows behind this place are in view */
  onLook: (after: string | null) => void;
  onTouch: (isTouched: boolean) => void;
  onMark: (mark: "read" | "unread", chatId: string) => void;
};

type Props = {
  shown: Shown;
  more: More;
  address: InboxAddress;
  density: Density;
  actions: ListActions;
  ref: Ref<ListHandle>;
};

const steps: Partial<Record<Command, Step>> = {
  "next-chat": "next",
  "previous-chat": "previous",
  "first-chat": "first",
  "last-chat": "last",
  "page-down": "page-down",
  "page-up": "page-up",
};

const marks: Partial<Record<Command, "read" | "unread">> = { "mark-read": "read", "mark-unread": "unread" };

function useMoreInTime({ more, drawn, count }: { more: More; drawn: RowRange; count: number }): void {
  const { isWanted, hasFailed, load } = more;
  const isDue = isWanted && !hasFailed && isNearEnd(drawn, count);
  useEffect(() => {
    if (isDue) load();
  }, [isDue, load]);
}

type Keys = {
  openChatId: string | null;
  focusedChatId: string | null;
  step: (by: Step) => void;
  onMark: ListActions["onMark"];
};

/** What a key does on a row, before it does anything elsewhere: the open chat's own marks are not among it. */
function useListKeys({ openChatId, focusedChatId, step, onMark }: Keys) {
  const { hasLetterKeys } = usePreferences().preferences;
  return (event: KeyboardEvent) => {
    const pressed = toKeyPress(event.nativeEvent);
    const listed = commandFor(pressed, { place: "list", hasLetterKeys: false });
    const by = listed === null ? undefined : steps[listed];
    const command = commandFor(pressed, { place: "everywhere", hasLetterKeys });
    const mark = command === null ? undefined : marks[command];
    const marked = focusedChatId === openChatId ? null : focusedChatId;
    if (by !== undefined) step(by);
    else if (mark !== undefined && marked !== null) onMark(mark, marked);
    else return;
    event.preventDefault();
  };
}

/** Indexes in order: what is drawn, and the active row wherever it stands. */
function indexesOf({ first, end }: RowRange, activeIndex: number): number[] {
  const near = Array.from({ length: end - first }, (_, offset) => first + offset);
  if (activeIndex < first) return [activeIndex, ...near];
  return activeIndex >= end ? [...near, activeIndex] : near;
}

type RowsProps = Pick<Props, "address" | "density" | "actions"> & {
  chats: readonly Chat[];
  indexes: readonly number[];
  activeIndex: number;
  count: number | null;
};

function Rows({ chats, indexes, activeIndex, count, address, density, actions }: RowsProps) {
  return indexes.map((index) => {
    const chat = chats[index];
    return chat ? (
      <ChatRow
        key={chat.id}
        chat={chat}
        view={address.view}
        density={density}
        index={index}
        count={count}
        href={formatInboxAddress(withChat(address, chat.id))}
        isOpen={chat.id === address.chatId}
        isTabStop={index === activeIndex}
        onOpen={actions.onOpen}
        onApproach={actions.onApproach}
      />
    ) : null;
  });
}

/** Rows of one height, of which only those near what is seen are drawn. One Tab stop; the arrows move inside. */
export function ChatList({ shown, more, address, density, actions, ref }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { chats, newCount, release, placeBefore } = shown;
  const rows = { count: chats.length, height: useRowHeightPx(density) };
  const drawn = useDrawnRows(box, rows);
  const touch = useTouch({ box, onTouch: actions.onTouch });
  useLooking({ box, rows, placeBefore, onLook: actions.onLook });
  useMoreInTime({ more, drawn, count: chats.length });
  const { activeIndex, step, onFocus } = useRoving({
    ...{ box, chats, ref, rowHeight: rows.height, openChatId: address.chatId, onTop: release },
  });
  const press = useListKeys({
    openChatId: address.chatId,
    focusedChatId: chats[activeIndex]?.id ?? null,
    step: (by) => {
      step(by, null);
    },
    onMark: actions.onMark,
  });
  const showNew = () => {
    if (box.current) box.current.scrollTop = 0;
    release();
  };
  return (
    <div className="relative min-h-0 flex-1">
      <NewPill count={newCount} onShow={showNew} />
      <div ref={box} className="scroll-thin h-full overflow-y-auto overscroll-contain">
        <div
          role="listbox"
          aria-label="Chats"
          className="relative"
          style={{ height: `${String(chats.length * rowHeightRem[density])}rem` }}
          onKeyDown={press}
          {...touch}
          onFocus={(event) => {
            onFocus(event);
            touch.onFocus();
          }}
        >
          <Rows
            {...{ chats, address, density, actions, activeIndex }}
            indexes={indexesOf(drawn, activeIndex)}
            count={more.isWanted ? null : chats.length}
          />
        </div>
        <MoreRows more={more} density={density} />
      </div>
    </div>
  );
}
