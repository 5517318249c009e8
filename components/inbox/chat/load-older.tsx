"use client";

import { History } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { sendJson } from "@/components/ui/fetch-json";
import { ProblemError } from "@/components/ui/problem-error";
import type { Chat, ChatDetail } from "@/domain/inbox";
import { loadOlderWords, olderUrl, olderWords, type OlderTold } from "@/domain/older-messages";

type Props = { chat: Chat | ChatDetail; isAtStart: boolean; onFound: () => void };

/** At a chat's beginning, as far as we have it: the way further back, by the vendor's API. */
export function LoadOlder({ chat, isAtStart, onFound }: Props) {
  const { provider } = chat.account;
  const [isUnderWay, setIsUnderWay] = useState(false);
  const [words, setWords] = useState<string | null>(null);
  const [isComplete, setIsComplete] = useState(false);
  const load = async () => {
    setIsUnderWay(true);
    setWords(null);
    try {
      const told = await sendJson<OlderTold>("POST", olderUrl(chat.id), {});
      if (!told) return;
      setWords(olderWords(told, provider));
      setIsComplete(told.state === "complete");
      if (told.found > 0) onFound();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setWords(error.title);
    } finally {
      setIsUnderWay(false);
    }
  };
  const canLoad = "canLoadOlder" in chat && chat.canLoadOlder;
  if (!isAtStart || (!canLoad && !isComplete)) return null;
  return (
    <div className="flex flex-col items-center gap-2 py-2">
      {isComplete ? null : (
        <Button look="quiet" disabled={isUnderWay} onClick={() => void load()}>
          <History size={16} aria-hidden />
          {loadOlderWords(provider)}
        </Button>
      )}
      <p role="status" className="text-meta text-subtle text-center">
        {isUnderWay ? "Asking postpress…" : words}
      </p>
    </div>
  );
}
