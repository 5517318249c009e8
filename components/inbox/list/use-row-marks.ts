"use client";

import { useCallback } from "react";
import { useSWRConfig } from "swr";
import { ProblemError } from "@/components/ui/problem-error";
import type { Chat } from "@/domain/inbox";
import { chatUrl, readMarkUrl } from "@/domain/inbox-address";

/** Marks a chat without opening it, as it stood when it was last listed. A mark that fails changes nothing. */
export function useRowMarks(onChanged: (chat: Chat) => void) {
  const { mutate } = useSWRConfig();
  return useCallback(
    async (mark: "read" | "unread", { id, lastMessage }: Chat) => {
      const messageId = mark === "read" ? (lastMessage?.id ?? null) : null;
      if (mark === "read" && messageId === null) return;
      try {
        const { sendJson } = await import("@/components/ui/fetch-json");
        const changed = await sendJson<Chat>("PUT", readMarkUrl(id), { messageId });
        if (!changed) return;
        onChanged(changed);
        await mutate(chatUrl(id), changed, { revalidate: false });
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
      }
    },
    [mutate, onChanged],
  );
}
