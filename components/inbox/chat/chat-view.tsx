"use client";

import { useCallback } from "react";
import useSWR from "swr";
import { Gallery } from "@/components/inbox/chat/attachments/gallery";
import { ChatHeader } from "@/components/inbox/chat/chat-header";
import { FailedChat } from "@/components/inbox/chat/failed-chat";
import { MessagesSkeleton } from "@/components/inbox/chat/messages-skeleton";
import { ReadTimeline } from "@/components/inbox/chat/read-timeline";
import { useMessages } from "@/components/inbox/chat/use-messages";
import type { Account, Chat, ChatDetail } from "@/domain/inbox";
import { chatUrl } from "@/domain/inbox-address";
import { providerOf } from "@/domain/providers";

type Props = {
  chatId: string;
  /** as the list shows it, until the chat itself is read */
  listed: Chat | null;
  accounts: readonly Account[];
  onBack: () => void;
  onChanged: (chat: Chat) => void;
};

/** One conversation. Keyed by its chat, so that nothing of another one lingers. */
export function ChatView({ chatId, listed, accounts, onBack, onChanged }: Props) {
  const detail = useSWR<ChatDetail, unknown>(chatUrl(chatId));
  const messages = useMessages(chatId);
  const { mutate } = detail;
  const chat = detail.data ?? listed;
  const changed = useCallback(
    (next: Chat) => {
      onChanged(next);
      void mutate((known) => (known ? { ...known, ...next } : known), { revalidate: false });
    },
    [mutate, onChanged],
  );
  const error = detail.data === undefined ? (detail.error ?? messages.error) : messages.error;
  const isFailed = error !== undefined && (chat === null || !messages.isLoaded);
  const retry = () => {
    void mutate();
    messages.reload();
  };
  if (isFailed) return <FailedChat error={error} onRetry={retry} onBack={onBack} />;
  if (chat === null || !messages.isLoaded) {
    return (
      <>
        {chat === null ? (
          <div className="border-border h-14 flex-none border-b" />
        ) : (
          <ChatHeader chat={chat} accounts={accounts} onBack={onBack} onMarkUnread={null} />
        )}
        <MessagesSkeleton />
      </>
    );
  }
  return (
    <Gallery messages={messages.messages} provider={providerOf(chat.account.provider)}>
      <ReadTimeline chat={chat} accounts={accounts} messages={messages} onBack={onBack} onChanged={changed} />
    </Gallery>
  );
}
