"use client";

import { lazy, Suspense } from "react";
import { NoChatOpen } from "@/components/inbox/no-chat-open";
import type { Account, Chat } from "@/domain/inbox";

const ChatView = lazy(async () => ({ default: (await import("@/components/inbox/chat/chat-view")).ChatView }));

type Props = {
  /** whether it has the screen of a phone; what it shows may be drawn a moment later */
  isOpen: boolean;
  chatId: string | null;
  /** the message that the address leads to */
  messageId: string | null;
  /** as the list shows it; null where it does not */
  listed: Chat | null;
  accounts: readonly Account[];
  onBack: () => void;
  onChanged: (chat: Chat) => void;
};

/** Beside the list on wide screens, in its place on a phone. */
export function ChatPane({ isOpen, chatId, ...rest }: Props) {
  return (
    <section
      aria-label="Chat"
      className={`bg-surface min-h-0 min-w-0 flex-1 flex-col md:flex ${isOpen ? "flex" : "hidden"}`}
    >
      {chatId === null ? (
        <NoChatOpen />
      ) : (
        <Suspense>
          <ChatView key={chatId} chatId={chatId} {...rest} />
        </Suspense>
      )}
    </section>
  );
}
