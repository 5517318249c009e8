"use client";

import { lazy, Suspense, useState, type Ref } from "react";
import { ChatList, type ListActions } from "@/components/inbox/list/chat-list";
import { DensityButton } from "@/components/inbox/list/density-button";
import { FilterBar } from "@/components/inbox/list/filter-bar";
import { FilterMenu } from "@/components/inbox/list/filter-menu";
import { ListSkeleton } from "@/components/inbox/list/list-skeleton";
import type { Chats } from "@/components/inbox/list/use-chats";
import type { ListHandle } from "@/components/inbox/list/use-roving";
import type { Shown } from "@/components/inbox/list/use-shown-list";
import { WidthHandle } from "@/components/inbox/list/width-handle";
import { LateNotice } from "@/components/ui/late-notice";
import { usePreferences } from "@/components/ui/preferred";
import { ailmentOf } from "@/domain/account-health";
import type { Account } from "@/domain/inbox";
import type { InboxAddress } from "@/domain/inbox-address";
import { listWidthCookie } from "@/domain/list-width";

// what is seldom shown comes with what shows it
const AccountBanner = lazy(async () => ({
  default: (await import("@/components/inbox/list/account-banner")).AccountBanner,
}));
const EmptyList = lazy(async () => ({ default: (await import("@/components/inbox/list/empty-list")).EmptyList }));
const FailedList = lazy(async () => ({ default: (await import("@/components/inbox/list/failed-list")).FailedList }));

type Props = {
  chats: Chats;
  shown: Shown;
  accounts: readonly Account[];
  address: InboxAddress;
  webhookUrl: string;
  widthAtStartPx: number;
  actions: ListActions;
  listRef: Ref<ListHandle>;
};

/** The rows stand in no boundary of their own: what is large inside one comes after the first paint. */
function Rows({ chats, shown, address, webhookUrl, actions, listRef }: Omit<Props, "accounts" | "widthAtStartPx">) {
  const { density } = usePreferences().preferences;
  const { list, error, more, retry } = chats;
  if (list === null && error === undefined) return <ListSkeleton density={density} />;
  if (list === null)
    return (
      <Suspense>
        <FailedList error={error} onRetry={retry} />
      </Suspense>
    );
  if (shown.chats.length === 0)
    return (
      <Suspense>
        <EmptyList address={address} counts={list.counts} webhookUrl={webhookUrl} />
      </Suspense>
    );
  return (
    <ChatList
      key={list.of}
      ref={listRef}
      shown={shown}
      more={more}
      address={address}
      density={density}
      actions={actions}
    />
  );
}

function useWidth(startPx: number) {
  const [widthPx, setWidthPx] = useState(startPx);
  const keep = (settledPx: number) => {
    document.cookie = listWidthCookie(settledPx);
  };
  return { widthPx, onChange: setWidthPx, onKeep: keep };
}

/** As wide as it was left beside a chat, and the whole screen of a phone. */
export function ListPane({ accounts, widthAtStartPx, ...rest }: Props) {
  const { chats, address } = rest;
  const width = useWidth(widthAtStartPx);
  const account = accounts.find(({ id }) => id === address.accountId);
  const isOutOfDate = chats.error !== undefined && chats.list !== null;
  return (
    <section
      aria-label="Chats"
      style={{ flexBasis: `${String(width.widthPx)}px` }}
      className={`border-border bg-surface relative min-h-0 w-full min-w-0 flex-none flex-col max-md:basis-full! md:flex md:w-auto md:border-e ${address.chatId === null ? "flex" : "hidden"}`}
    >
      <header className="flex h-14 flex-none items-center ps-5 pe-2">
        <span aria-hidden className="text-name flex-1 font-semibold">
          Inbox
        </span>
        {accounts.length > 0 ? <FilterMenu accounts={accounts} address={address} /> : null}
        <DensityButton />
      </header>
      <FilterBar accounts={accounts} address={address} counts={chats.list?.counts ?? null} />
      {account && ailmentOf(account) !== null ? (
        <Suspense>
          <AccountBanner account={account} />
        </Suspense>
      ) : null}
      {isOutOfDate ? <LateNotice>Reconnecting…</LateNotice> : null}
      <div aria-busy={!chats.isCurrent} className="flex min-h-0 flex-1 flex-col">
        <Rows {...rest} />
      </div>
      <WidthHandle {...width} />
    </section>
  );
}
