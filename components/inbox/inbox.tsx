"use client";

import dynamic from "next/dynamic";
import { useCallback } from "react";
import useSWR, { useSWRConfig } from "swr";
import { Announcer } from "@/components/inbox/announcer";
import { ListPane } from "@/components/inbox/list/list-pane";
import { useChats, type Chats } from "@/components/inbox/list/use-chats";
import { NoChatOpen } from "@/components/inbox/no-chat-open";
import { closeChat, openChat, useAddress } from "@/components/inbox/use-address";
import { useKeptOpen } from "@/components/inbox/list/use-kept-open";
import { fetchJson } from "@/components/ui/fetch-json";
import { useCommands } from "@/components/ui/use-commands";
import type { Account, Chat } from "@/domain/inbox";
import { accountsUrl, chatsUrl, chatUrl, messagesUrl, type InboxAddress } from "@/domain/inbox-address";
import { neighbour } from "@/domain/shortcuts";

const ChatView = dynamic(() => import("@/components/inbox/chat/chat-view").then((file) => file.ChatView));

const noAccounts: readonly Account[] = [];

type Props = { searchAtStart: string; webhookUrl: string };

const rowOf = (chatId: string) => document.querySelector<HTMLElement>(`[data-chat="${CSS.escape(chatId)}"]`);
const focusedRow = () => document.activeElement?.closest<HTMLElement>("[data-chat]")?.dataset.chat ?? null;

/** Reads a chat before it is opened, when the pointer or the focus is on its row. */
function useApproach(): (chatId: string) => void {
  const { cache, mutate } = useSWRConfig();
  return useCallback(
    (chatId: string) => {
      for (const url of [messagesUrl(chatId, null), chatUrl(chatId)]) {
        if (cache.get(url)?.data !== undefined) continue;
        // a failed attempt says nothing: the chat is read again when it is opened
        mutate(url, fetchJson(url), { revalidate: false }).catch(() => undefined);
      }
    },
    [cache, mutate],
  );
}

/** Opening and closing, by hand and by key. */
function useOpening(address: InboxAddress, chats: Chats) {
  const ids = chats.items?.map(({ id }) => id) ?? [];
  const { chatId } = address;
  const open = (next: string | null) => {
    if (next !== null) openChat(address, next);
  };
  const close = () => {
    if (chatId === null) return;
    closeChat(address);
    requestAnimationFrame(() => rowOf(chatId)?.focus());
  };
  const step = (by: 1 | -1) => {
    const next = neighbour(ids, focusedRow() ?? chatId, by);
    if (next !== null) rowOf(next)?.focus();
  };
  useCommands({
    "next-chat": () => step(1),
    "previous-chat": () => step(-1),
    "open-chat": () => open(focusedRow()),
    "close-chat": close,
    "next-in-chat": () => open(neighbour(ids, chatId, 1)),
    "previous-in-chat": () => open(neighbour(ids, chatId, -1)),
  });
  return { open, close };
}

/** The list and the open chat. The address bar holds which; the list stays while chats change. */
export function Inbox({ searchAtStart, webhookUrl }: Props) {
  const address = useAddress(searchAtStart);
  const listOf = chatsUrl(address, null);
  const read = useChats(address);
  const chats = { ...read, items: useKeptOpen({ items: read.items, chatId: address.chatId, listOf }) };
  const { data: known, mutate: readAccounts } = useSWR<{ items: Account[] }, unknown>(accountsUrl);
  const accounts = known?.items ?? noAccounts;
  const approach = useApproach();
  const { chatId } = address;
  const { open, close } = useOpening(address, chats);
  const { replace } = chats;
  const changed = useCallback(
    (chat: Chat) => {
      replace(chat);
      void readAccounts();
    },
    [replace, readAccounts],
  );
  return (
    <div className="flex h-full min-h-0" data-chat-open={chatId === null ? undefined : ""}>
      <h1 className="sr-only">Inbox</h1>
      <ListPane
        chats={chats}
        accounts={accounts}
        address={address}
        webhookUrl={webhookUrl}
        onOpen={open}
        onApproach={approach}
      />
      <section
        aria-label="Chat"
        className={`bg-surface min-h-0 min-w-0 flex-1 flex-col md:flex ${chatId === null ? "hidden" : "flex"}`}
      >
        {chatId === null ? (
          <NoChatOpen />
        ) : (
          <ChatView
            key={chatId}
            chatId={chatId}
            listed={chats.items?.find(({ id }) => id === chatId) ?? null}
            accounts={accounts}
            onBack={close}
            onChanged={changed}
          />
        )}
      </section>
      <Announcer chats={chats.items} listOf={listOf} />
    </div>
  );
}
