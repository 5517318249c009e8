"use client";

import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from "react";
import { ChatRow } from "@/components/inbox/list/chat-row";
import { toKeyPress } from "@/components/ui/key-press";
import type { Chat } from "@/domain/inbox";
import { formatInboxAddress, type InboxAddress } from "@/domain/inbox-address";
import { commandFor, neighbour, type Command } from "@/domain/shortcuts";

type Props = {
  chats: readonly Chat[];
  address: InboxAddress;
  hasMore: boolean;
  onOpen: (chatId: string) => void;
  onApproach: (chatId: string) => void;
  onLoadMore: () => void;
};

const steps: Partial<Record<Command, 1 | -1>> = { "next-chat": 1, "previous-chat": -1 };

/** Asks for the next page before its place comes into view. */
function LoadMore({ onLoadMore }: { onLoadMore: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onLoadMore();
      },
      { rootMargin: "600px" },
    );
    observer.observe(place.current);
    return () => {
      observer.disconnect();
    };
  }, [onLoadMore]);
  return <div ref={place} className="h-px" />;
}

const chatOf = (target: EventTarget) =>
  target instanceof HTMLElement ? (target.closest<HTMLElement>("[data-chat]")?.dataset.chat ?? null) : null;

/** One Tab stop; the arrows move inside. */
export function ChatList({ chats, address, hasMore, onOpen, onApproach, onLoadMore }: Props) {
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const ids = chats.map(({ id }) => id);
  const tabStop = [focusedId, address.chatId].find((id) => id !== null && ids.includes(id)) ?? ids[0];
  const move = (event: KeyboardEvent) => {
    const command = commandFor(toKeyPress(event.nativeEvent), { place: "list", hasLetterKeys: false });
    const step = command === null ? undefined : steps[command];
    if (step === undefined) return;
    const next = neighbour(ids, chatOf(event.target), step);
    event.preventDefault();
    if (next !== null) list.current?.querySelector<HTMLElement>(`[data-chat="${CSS.escape(next)}"]`)?.focus();
  };
  const remember = (event: FocusEvent) => {
    setFocusedId(chatOf(event.target));
  };
  return (
    <>
      <div ref={list} role="listbox" aria-label="Chats" onKeyDown={move} onFocus={remember}>
        {chats.map((chat) => (
          <ChatRow
            key={chat.id}
            chat={chat}
            href={formatInboxAddress({ ...address, chatId: chat.id })}
            isOpen={chat.id === address.chatId}
            isTabStop={chat.id === tabStop}
            onOpen={onOpen}
            onApproach={onApproach}
          />
        ))}
      </div>
      {hasMore ? <LoadMore key={chats.length} onLoadMore={onLoadMore} /> : null}
    </>
  );
}
