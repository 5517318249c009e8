"use client";

import { X } from "lucide-react";
import type { MouseEvent, ReactNode } from "react";
import { FilterMenu } from "@/components/inbox/list/filter-menu";
import { goTo } from "@/components/inbox/use-address";
import { ProviderBadge } from "@/components/ui/provider-badge";
import { unreadWithin } from "@/domain/filter-counts";
import type { Account } from "@/domain/inbox";
import { formatInboxAddress, type InboxAddress } from "@/domain/inbox-address";
import { badgeCount } from "@/domain/measures";
import { providerOf } from "@/domain/providers";

type Props = { accounts: readonly Account[]; address: InboxAddress };

function Tab({ address, isChosen, children }: { address: InboxAddress; isChosen: boolean; children: ReactNode }) {
  const choose = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    goTo(address);
  };
  return (
    <a
      href={formatInboxAddress(address)}
      onClick={choose}
      aria-current={isChosen ? "true" : undefined}
      className={`rounded-control text-preview touch:min-h-11 flex min-h-7 items-center gap-1.5 px-2 font-medium transition-colors ${isChosen ? "bg-selected text-fg" : "text-muted hover:bg-raised hover:text-fg"}`}
    >
      {children}
    </a>
  );
}

function ChosenScope({ accounts, address }: Props) {
  const account = accounts.find(({ id }) => id === address.accountId);
  const provider = account?.provider ?? address.provider;
  if (provider === null) return null;
  const words = account?.name ?? providerOf(provider).label;
  return (
    <button
      type="button"
      aria-label={`Clear filter: ${words}`}
      onClick={() => {
        goTo({ ...address, provider: null, accountId: null });
      }}
      className="border-border-strong text-preview hover:bg-raised touch:min-h-11 flex min-h-6 max-w-full items-center gap-1.5 rounded-full border ps-1.5 pe-2"
    >
      <ProviderBadge provider={provider} sizePx={14} isDecorative />
      <bdi className="min-w-0 truncate">{words}</bdi>
      <X size={14} className="text-muted" aria-hidden />
    </button>
  );
}

/** All or unread, then networks and accounts; what is chosen stands in the address. */
export function FilterBar({ accounts, address }: Props) {
  const unreadCount = unreadWithin(accounts, address);
  const isNarrow = address.provider !== null || address.accountId !== null;
  return (
    <nav aria-label="Filters" className="border-border flex flex-col gap-2 border-b px-3 pb-2">
      <div className="flex items-center gap-1">
        <Tab address={{ ...address, isUnread: false }} isChosen={!address.isUnread}>
          All
        </Tab>
        <Tab address={{ ...address, isUnread: true }} isChosen={address.isUnread}>
          Unread
          {unreadCount > 0 ? (
            <span className="text-meta text-muted tabular-nums">{badgeCount(unreadCount)}</span>
          ) : null}
        </Tab>
        <span className="flex-1" />
        {accounts.length > 0 ? <FilterMenu accounts={accounts} address={address} /> : null}
      </div>
      {isNarrow ? (
        <div className="flex px-1 pb-1">
          <ChosenScope accounts={accounts} address={address} />
        </div>
      ) : null}
    </nav>
  );
}
