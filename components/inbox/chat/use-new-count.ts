"use client";

import { useState } from "react";
import type { Messages } from "@/components/inbox/chat/use-messages";
import type { Chat } from "@/domain/inbox";
import { beginning, placeOf } from "@/domain/message-place";
import { countNew, holdsEnd } from "@/domain/message-window";

type Told = { chat: Chat; messages: Messages; isAtEnd: boolean };

/**
 * How many messages of theirs wait below: what came since the reader left the end, as far as it is read, or what the team has not read,
 * whichever is more.
 */
export function useNewCount({ chat, messages: { reading, newest }, isAtEnd }: Told): number {
  const tail = holdsEnd(reading.window) ? reading.window.messages : (newest?.items ?? []);
  const last = tail.at(-1);
  const end = last ? placeOf(last) : beginning;
  const [seen, setSeen] = useState(end);
  const isFirst = seen === beginning && end !== beginning;
  if ((isAtEnd || isFirst) && seen !== end) setSeen(end);
  return isAtEnd ? 0 : Math.max(countNew(tail, seen), chat.unreadCount);
}
