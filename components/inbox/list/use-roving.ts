"use client";

import { useImperativeHandle, useLayoutEffect, useState, type FocusEvent, type Ref, type RefObject } from "react";
import type { Chat } from "@/domain/inbox";
import { rowAfter, rowsOfPage, scrollTopToShow, type Step } from "@/domain/list-window";

export type ListHandle = {
  /** moves the focus by rows: from the row that has it, else from this chat */
  step: (step: Step, fromChatId: string | null) => void;
  focusRow: (chatId: string) => void;
};

type Roving = {
  box: RefObject<HTMLElement | null>;
  chats: readonly Chat[];
  rowHeight: number;
  /** stands for the focus while no row had it */
  openChatId: string | null;
  /** when there is no row further up */
  onTop: () => void;
  ref: Ref<ListHandle>;
};

const rowOf = (target: Element | null) => target?.closest<HTMLElement>("[data-chat]")?.dataset.chat ?? null;

/** One Tab stop for all rows, and a focus that finds its row also where that is not drawn: the active row always is. */
export function useRoving({ box, chats, rowHeight, openChatId, onTop, ref }: Roving) {
  const [active, setActive] = useState<{ chatId: string; isAsked: boolean } | null>(null);
  const indexOf = (chatId: string | null) => (chatId === null ? -1 : chats.findIndex(({ id }) => id === chatId));
  const activeIndex = [active?.chatId ?? null, openChatId].map(indexOf).find((index) => index !== -1) ?? 0;

  useLayoutEffect(() => {
    if (active?.isAsked !== true) return;
    const row = box.current?.querySelector<HTMLElement>(`[data-chat="${CSS.escape(active.chatId)}"]`);
    row?.focus({ preventScroll: true });
  }, [active, box]);

  const focusIndex = (index: number) => {
    const [element, chat] = [box.current, chats[index]];
    if (!element || !chat) return;
    const place = { scrollTop: element.scrollTop, height: element.clientHeight };
    element.scrollTop = scrollTopToShow(index, place, { count: chats.length, height: rowHeight });
    setActive({ chatId: chat.id, isAsked: true });
  };
  const step = (by: Step, fromChatId: string | null) => {
    const from = indexOf(rowOf(document.activeElement) ?? fromChatId);
    const place = { scrollTop: 0, height: box.current?.clientHeight ?? 0 };
    const pageRows = rowsOfPage(place, { count: chats.length, height: rowHeight });
    const to = rowAfter(by, from, { count: chats.length, pageRows });
    if (to !== null) focusIndex(to);
    else if (by === "previous" || by === "first" || by === "page-up") onTop();
  };
  const focusRow = (chatId: string) => {
    focusIndex(indexOf(chatId));
  };
  useImperativeHandle(ref, () => ({ step, focusRow }));

  const onFocus = (event: FocusEvent) => {
    const chatId = rowOf(event.target);
    if (chatId !== null) setActive({ chatId, isAsked: false });
  };
  return { activeIndex, step, onFocus };
}
