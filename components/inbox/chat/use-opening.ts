"use client";

import { useEffect, useState } from "react";
import useSWR, { useSWRConfig } from "swr";
import { keptPlace } from "@/components/inbox/chat/kept-places";
import { fetchJson } from "@/components/ui/fetch-json";
import { ProblemError } from "@/components/ui/problem-error";
import type { Chat, MessagePage } from "@/domain/inbox";
import { openingUrl } from "@/domain/inbox-address";
import { placeOf } from "@/domain/message-place";
import { windowOf, type MessageWindow } from "@/domain/message-window";
import type { Aim } from "@/domain/scroll";

/** What is new to the team as of the opening: it stays so until the chat is left. */
export type Unread = { firstId: string; place: string; count: number };

export type Opened = { window: MessageWindow; aim: Aim; unread: Unread | null; isKept: boolean };

type Told = { chatId: string; messageId: string | null; chat: Chat | null };

const readOnce = (url: string) => fetchJson<MessagePage>(url, null);
const once = {
  refreshInterval: 0,
  revalidateOnFocus: false,
  revalidateOnReconnect: false,
  revalidateIfStale: false,
} as const;

/** A page that was read ahead of the opening may be behind what the list has heard since. */
function isCurrent(page: MessagePage, chat: Chat | null): boolean {
  if (chat === null) return true;
  if (chat.unreadCount > 0 !== (page.unread !== null)) return false;
  const lastId = chat.lastMessage?.id;
  return page.after !== null || lastId === undefined || page.items.some(({ id }) => id === lastId);
}

function toUnread({ unread, items }: MessagePage): Unread | null {
  const first = items.find(({ id }) => id === unread?.firstId);
  return unread && first ? { ...unread, place: placeOf(first) } : null;
}

function toOpened(page: MessagePage, messageId: string | null): Opened {
  const unread = toUnread(page);
  const window = windowOf(page);
  if (messageId !== null)
    return {
      window,
      unread,
      isKept: false,
      aim: { kind: "message", id: messageId, standing: "in the middle", isFlashed: true },
    };
  return { window, unread, isKept: false, aim: unread ? { kind: "divider" } : { kind: "end" } };
}

/** Nothing new: where the reader was when they left. */
function toKept({ chatId, messageId, chat }: Told): Opened | null {
  const place = messageId === null && chat?.unreadCount === 0 ? keptPlace(chatId) : null;
  return place && { ...place, unread: null, isKept: true };
}

const isGone = (error: unknown) => error instanceof ProblemError && error.status === 404;

/** One page, read once. It is forgotten with the chat: the next opening asks anew. */
function useFirstPage(url: string | null, chat: Chat | null) {
  const { cache } = useSWRConfig();
  const { data, error, mutate } = useSWR<MessagePage, unknown>(url, readOnce, once);
  const [isChecked, setIsChecked] = useState(() => data === undefined || isCurrent(data, chat));
  useEffect(() => {
    if (isChecked) return;
    void mutate().finally(() => {
      setIsChecked(true);
    });
  }, [isChecked, mutate]);
  useEffect(() => {
    if (url === null) return;
    return () => {
      cache.delete(url);
    };
  }, [cache, url]);
  return { page: isChecked ? data : undefined, error, mutate };
}

/** With what a chat opens: at a message that was asked for, else before what is new, else where it was left, else at the end. */
export function useOpening(told: Told) {
  const { chatId, messageId, chat } = told;
  const [opened, setOpened] = useState(() => toKept(told));
  const [needsPage] = useState(opened === null);
  const wanted = useFirstPage(needsPage ? openingUrl(chatId, messageId) : null, messageId === null ? chat : null);
  const isWantedGone = messageId !== null && isGone(wanted.error);
  const instead = useFirstPage(isWantedGone ? openingUrl(chatId, null) : null, null);
  const { page, error, mutate } = isWantedGone ? instead : wanted;
  if (opened === null && page) setOpened(toOpened(page, isWantedGone ? null : messageId));
  return { opened, error, retry: mutate };
}
