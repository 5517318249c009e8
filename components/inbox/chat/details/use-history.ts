"use client";

import { useEffect, useEffectEvent, useState } from "react";
import useSWR from "swr";
import { sendJson } from "@/components/ui/fetch-json";
import { ProblemError } from "@/components/ui/problem-error";
import { askUrl, historyUrl } from "@/domain/history-words";
import type { Asked, Message, MessageHistory } from "@/domain/inbox";

export type History = {
  history: MessageHistory | undefined;
  error: unknown;
  /** null while the vendor is being asked */
  asked: Asked | null;
  retry: () => void;
};

/** What happened to a message: what we have, at once, and then what the vendor tells when it is asked. */
export function useHistory({ id, chatId }: Message, onTold: () => void): History {
  const { data, error, mutate } = useSWR<MessageHistory, unknown>(historyUrl(chatId, id));
  const [asked, setAsked] = useState<Asked | null>(null);
  const hear = useEffectEvent((answer: Asked) => {
    setAsked(answer);
    if (answer !== "told") return;
    void mutate();
    onTold();
  });
  useEffect(() => {
    let isShown = true;
    const ask = async (): Promise<Asked> => {
      try {
        return (await sendJson<{ asked: Asked }>("POST", askUrl(chatId, id), {}))?.asked ?? "silent";
      } catch (problem) {
        if (!(problem instanceof ProblemError)) throw problem;
        return "silent";
      }
    };
    void ask().then((answer) => {
      if (isShown) hear(answer);
    });
    return () => {
      isShown = false;
    };
  }, [chatId, id]);
  return { history: data, error, asked, retry: () => void mutate() };
}
