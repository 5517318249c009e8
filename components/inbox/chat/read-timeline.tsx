"use client";

import { useEffect, useRef, useState } from "react";
import { ChatHeader } from "@/components/inbox/chat/chat-header";
import { Timeline } from "@/components/inbox/chat/timeline";
import { useFollowing } from "@/components/inbox/chat/use-following";
import type { Messages } from "@/components/inbox/chat/use-messages";
import { useReadMark } from "@/components/inbox/chat/use-read-mark";
import { LateNotice } from "@/components/ui/late-notice";
import { useCommands } from "@/components/ui/use-commands";
import type { Account, Chat, Message } from "@/domain/inbox";

type Props = {
  chat: Chat;
  accounts: readonly Account[];
  messages: Messages;
  onBack: () => void;
  onChanged: (chat: Chat) => void;
};

/** Incoming messages that came after the reader had left the end. */
function useNewCount(messages: readonly Message[], isAtEnd: boolean): number {
  const lastId = messages.at(-1)?.id ?? null;
  const [seenId, setSeenId] = useState(lastId);
  if (isAtEnd && seenId !== lastId) setSeenId(lastId);
  const place = messages.findIndex(({ id }) => id === seenId);
  return isAtEnd || place === -1
    ? 0
    : messages.slice(place + 1).filter(({ direction }) => direction === "incoming").length;
}

/** The list often hears of news first: what it says about this chat is a reason to read the messages. */
function useReloadWithChat({ lastMessage }: Chat, reload: () => void): void {
  const said = lastMessage ? `${lastMessage.id} ${lastMessage.preview} ${lastMessage.state ?? ""}` : null;
  const known = useRef(said);
  useEffect(() => {
    if (known.current !== said) reload();
    known.current = said;
  }, [said, reload]);
}

/** A conversation that is there to be read: scrolling, following, and marking it read. */
export function ReadTimeline({ chat, accounts, messages, onBack, onChanged }: Props) {
  const following = useFollowing(messages.messages, messages.loadOlder);
  const newCount = useNewCount(messages.messages, following.isAtEnd);
  const lastMessageId = messages.messages.at(-1)?.id ?? null;
  const { markUnread } = useReadMark({ chat, lastMessageId, isAtEnd: following.isAtEnd, onChanged });
  useReloadWithChat(chat, messages.reload);
  useCommands({ "mark-unread": markUnread });
  return (
    <>
      <ChatHeader chat={chat} accounts={accounts} onBack={onBack} onMarkUnread={markUnread} />
      {messages.error === undefined ? null : <LateNotice>Reconnecting…</LateNotice>}
      <Timeline
        chat={chat}
        messages={messages.messages}
        following={following}
        isLoadingOlder={messages.isLoadingOlder}
        newCount={newCount}
      />
    </>
  );
}
