"use client";

import { useCallback } from "react";
import useSWR from "swr";
import { ChatHeader } from "@/components/inbox/chat/chat-header";
import { FailedChat } from "@/components/inbox/chat/failed-chat";
import { MessagesSkeleton } from "@/components/inbox/chat/messages-skeleton";
import { ReadTimeline } from "@/components/inbox/chat/read-timeline";
import { useOpening } from "@/components/inbox/chat/use-opening";
import type { Account, Chat, ChatDetail } from "@/domain/inbox";
import { chatUrl } from "@/domain/inbox-address";

type Props = {
  chatId: string;
  /** a message to show first, by a link to it */
  messageId: string | null;
  /** as the list shows it, until the chat itself is read */
  listed: Chat | null;
  accounts: readonly Account[];
  onBack: () => void;
  onChanged: (chat: Chat) => void;
};

/** The chat as the list or its own page tells it, whichever is known, and with what it opens. */
function useChat({ chatId, messageId, listed, onChanged }: Props) {
  const detail = useSWR<ChatDetail, unknown>(chatUrl(chatId));
  const chat = detail.data ?? listed;
  const { opened, error, retry: reopen } = useOpening({ chatId, messageId, chat: listed ?? chat });
  const { mutate } = detail;
  const changed = useCallback(
    (next: Chat) => {
      onChanged(next);
      void mutate((known) => (known ? { ...known, ...next } : known), { revalidate: false });
    },
    [mutate, onChanged],
  );
  const retry = () => {
    void mutate();
    if (!opened) void reopen();
  };
  return { chat, opened, error: error ?? detail.error, retry, changed };
}

/** One conversation. Keyed by its chat, so that nothing of another one lingers. */
export function ChatView(props: Props) {
  const { accounts, messageId, onBack } = props;
  const { chat, opened, error, retry, changed } = useChat(props);
  if (chat && opened) return <ReadTimeline {...{ chat, messageId, opened, accounts, onBack }} onChanged={changed} />;
  if (error !== undefined) return <FailedChat error={error} onRetry={retry} onBack={onBack} />;
  return (
    <>
      {chat === null ? (
        <div className="border-border h-14 flex-none border-b" />
      ) : (
        <ChatHeader chat={chat} accounts={accounts} onBack={onBack} onMarkUnread={null} onGoToDate={null} />
      )}
      <MessagesSkeleton />
    </>
  );
}
