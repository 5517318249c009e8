"use client";

import { useState } from "react";
import type { Chat } from "@/domain/inbox";
import { withChatAtItsPlace } from "@/domain/list-order";

type Kept = { chat: Chat | null; listOf: string };
type Shown = { items: readonly Chat[] | null; chatId: string | null; listOf: string };

function keptRow(kept: Kept, { chatId, listOf }: Shown): Chat | null {
  return kept.listOf === listOf && kept.chat?.id === chatId ? kept.chat : null;
}

/** The open chat keeps its row until it is left or the filter changes: reading it must not take it from under the pointer. */
export function useKeptOpen(shown: Shown): readonly Chat[] | null {
  const { items, chatId, listOf } = shown;
  const listed = items?.find(({ id }) => id === chatId) ?? null;
  const [kept, setKept] = useState<Kept>({ chat: listed, listOf });
  const isNews = listed !== null && (listed !== kept.chat || listOf !== kept.listOf);
  if (isNews) setKept({ chat: listed, listOf });
  const row = listed === null ? keptRow(kept, shown) : null;
  return items === null || row === null ? items : withChatAtItsPlace(items, row);
}
