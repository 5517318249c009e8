"use client";

import { ChatList } from "@/components/inbox/list/chat-list";
import { FilterBar } from "@/components/inbox/list/filter-bar";
import { ListSkeleton } from "@/components/inbox/list/list-skeleton";
import { EmptyList } from "@/components/inbox/list/empty-list";
import { FailedList } from "@/components/inbox/list/failed-list";
import type { Chats } from "@/components/inbox/list/use-chats";
import { LateNotice } from "@/components/ui/late-notice";
import type { Account } from "@/domain/inbox";
import type { InboxAddress } from "@/domain/inbox-address";

type Props = {
  chats: Chats;
  accounts: readonly Account[];
  address: InboxAddress;
  webhookUrl: string;
  onOpen: (chatId: string) => void;
  onApproach: (chatId: string) => void;
};

function Rows({ chats, address, webhookUrl, onOpen, onApproach }: Omit<Props, "accounts">) {
  const { items, counts, error, hasMore, loadMore, retry } = chats;
  if (items === null) return error === undefined ? <ListSkeleton /> : <FailedList error={error} onRetry={retry} />;
  if (items.length === 0) return <EmptyList address={address} counts={counts} webhookUrl={webhookUrl} />;
  return (
    <ChatList
      chats={items}
      address={address}
      hasMore={hasMore}
      onOpen={onOpen}
      onApproach={onApproach}
      onLoadMore={loadMore}
    />
  );
}

export function ListPane({ accounts, ...rest }: Props) {
  const { chats, address } = rest;
  const isOutOfDate = chats.error !== undefined && chats.items !== null;
  return (
    <section
      aria-label="Chats"
      className={`border-border bg-surface min-h-0 w-full flex-none flex-col md:flex md:w-[340px] md:border-e ${address.chatId === null ? "flex" : "hidden"}`}
    >
      <header className="flex h-14 flex-none items-center px-5">
        <span aria-hidden className="text-name font-semibold">
          Inbox
        </span>
      </header>
      <FilterBar accounts={accounts} address={address} counts={chats.counts} />
      {isOutOfDate ? <LateNotice>Reconnecting…</LateNotice> : null}
      <div aria-busy={!chats.isCurrent} className="scroll-thin min-h-0 flex-1 overflow-y-auto overscroll-contain">
        <Rows {...rest} />
      </div>
    </section>
  );
}
