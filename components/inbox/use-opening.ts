"use client";

import { useCallback, type RefObject } from "react";
import type { ListHandle } from "@/components/inbox/list/use-roving";
import { useRowMarks } from "@/components/inbox/list/use-row-marks";
import type { Shown } from "@/components/inbox/list/use-shown-list";
import { addressHere, closeChat, openChat } from "@/components/inbox/use-address";
import { useCommands } from "@/components/ui/use-commands";
import type { Chat } from "@/domain/inbox";
import type { InboxAddress } from "@/domain/inbox-address";
import { rowAfter } from "@/domain/list-window";

type Opening = {
  address: InboxAddress;
  shown: Shown;
  list: RefObject<ListHandle | null>;
  onChanged: (chat: Chat) => void;
};

const focusedRow = () => document.activeElement?.closest<HTMLElement>("[data-chat]")?.dataset.chat ?? null;

/** Opening, closing and marking, by hand and by key. */
export function useOpening({ address, shown, list, onChanged }: Opening) {
  const { chats } = shown;
  const { chatId } = address;
  const indexOf = (id: string | null) => (id === null ? -1 : chats.findIndex((chat) => chat.id === id));
  // always the same function: what it is for, the rows, are many
  const open = useCallback((next: string) => {
    openChat(addressHere(), next);
  }, []);
  const close = () => {
    if (chatId === null) return;
    closeChat(address);
    requestAnimationFrame(() => list.current?.focusRow(chatId));
  };
  const openBeside = (step: "next" | "previous") => {
    const index = rowAfter(step, indexOf(chatId), { count: chats.length, pageRows: 1 });
    const next = index === null ? undefined : chats[index];
    if (next) open(next.id);
  };
  const openUnread = async (after: string | null) => {
    const { findUnread } = await import("@/components/inbox/list/find-unread");
    const found = await findUnread(address, after);
    if (found !== null) open(found);
  };
  const markRow = useRowMarks(onChanged);
  const mark = (as: "read" | "unread", id: string | null) => {
    const chat = chats[indexOf(id)];
    if (chat) void markRow(as, chat);
  };
  useCommands({
    "next-chat": () => list.current?.step("next", chatId),
    "previous-chat": () => list.current?.step("previous", chatId),
    "open-chat": () => {
      const focused = focusedRow();
      if (focused !== null) open(focused);
    },
    "close-chat": close,
    "next-in-chat": () => openBeside("next"),
    "previous-in-chat": () => openBeside("previous"),
    "next-unread": () => void openUnread(shown.placeBefore(indexOf(focusedRow() ?? chatId) + 1)),
    "mark-read": () => mark("read", chatId),
  });
  return { open, close, mark };
}
