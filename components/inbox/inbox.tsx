"use client";

import { useCallback, useDeferredValue, useRef, useState } from "react";
import useSWR from "swr";
import { Announcer } from "@/components/inbox/announcer";
import { ChatPane } from "@/components/inbox/chat-pane";
import { ListPane } from "@/components/inbox/list/list-pane";
import { useChats } from "@/components/inbox/list/use-chats";
import { useKeptOpen } from "@/components/inbox/list/use-kept-open";
import type { ListHandle } from "@/components/inbox/list/use-roving";
import { useShownList } from "@/components/inbox/list/use-shown-list";
import { useAddress } from "@/components/inbox/use-address";
import { useApproach } from "@/components/inbox/use-approach";
import { useOpening } from "@/components/inbox/use-opening";
import type { Account, Chat } from "@/domain/inbox";
import { accountsUrl } from "@/domain/inbox-address";
import type { ChatList } from "@/domain/list-pages";

const noAccounts: readonly Account[] = [];

type Props = { searchAtStart: string; webhookUrl: string; listWidthPx: number };

/** More of the list is no news. */
function News({ list }: { list: ChatList | null }) {
  return <Announcer chats={list?.chats ?? null} listOf={list === null ? "" : `${list.of} ${list.end ?? ""}`} />;
}

/** The list and the open chat. The address bar holds which; the list stays while chats change. */
export function Inbox({ searchAtStart, webhookUrl, listWidthPx }: Props) {
  const address = useAddress(searchAtStart);
  const chats = useChats(address);
  const [isTouched, setIsTouched] = useState(false);
  const list = useRef<ListHandle>(null);
  const shown = useShownList(useKeptOpen(chats.list, address), isTouched);
  const { data: known, mutate: readAccounts } = useSWR<{ items: Account[] }, unknown>(accountsUrl);
  const accounts = known?.items ?? noAccounts;
  const approach = useApproach();
  const { chatId } = address;
  // the row is marked in the very frame of the click, the chat is drawn in the next ones
  const drawn = useDeferredValue(address);
  const { replace } = chats;
  const changed = useCallback(
    (chat: Chat) => {
      replace(chat);
      void readAccounts();
    },
    [replace, readAccounts],
  );
  const { open, close, mark } = useOpening({ address, shown, list, onChanged: changed });
  return (
    <div className="flex h-full min-h-0" data-chat-open={chatId === null ? undefined : ""}>
      <h1 className="sr-only">Inbox</h1>
      <ListPane
        chats={chats}
        shown={shown}
        accounts={accounts}
        address={address}
        webhookUrl={webhookUrl}
        widthAtStartPx={listWidthPx}
        listRef={list}
        actions={{ onOpen: open, onApproach: approach, onLook: chats.look, onTouch: setIsTouched, onMark: mark }}
      />
      <ChatPane
        isOpen={chatId !== null}
        chatId={drawn.chatId}
        listed={shown.chats.find(({ id }) => id === drawn.chatId) ?? null}
        accounts={accounts}
        messageId={drawn.messageId}
        onBack={close}
        onChanged={changed}
      />
      <News list={chats.list} />
    </div>
  );
}
