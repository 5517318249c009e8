"use client";

import { X } from "lucide-react";
import { AddressLink } from "@/components/inbox/address-link";
import { AccountStrip } from "@/components/inbox/list/account-strip";
import { ViewSwitch } from "@/components/inbox/list/view-switch";
import { goTo } from "@/components/inbox/use-address";
import { ProviderBadge } from "@/components/ui/provider-badge";
import { unreadWithin } from "@/domain/filter-counts";
import type { Account, ViewCounts } from "@/domain/inbox";
import type { InboxAddress } from "@/domain/inbox-address";
import { badgeCount } from "@/domain/measures";
import { folderWords, providerOf } from "@/domain/providers";

type Props = { accounts: readonly Account[]; address: InboxAddress };

function UnreadLink({ accounts, address }: Props) {
  const unreadCount = unreadWithin(accounts, address);
  return (
    <AddressLink
      address={{ ...address, isUnread: !address.isUnread }}
      isChosen={address.isUnread}
      className={`rounded-control text-preview touch:min-h-11 flex min-h-7 items-center gap-1.5 px-2 font-medium transition-colors ${address.isUnread ? "bg-selected text-fg" : "text-muted hover:bg-raised hover:text-fg"}`}
    >
      Unread
      {unreadCount > 0 ? <span className="text-meta text-muted tabular-nums">{badgeCount(unreadCount)}</span> : null}
    </AddressLink>
  );
}

function ChosenScope({ accounts, address }: Props) {
  const account = accounts.find(({ id }) => id === address.accountId);
  const provider = account?.provider ?? address.provider;
  if (provider === null) return null;
  const words = account?.name ?? providerOf(provider).label;
  const folder = address.folder === null ? "" : ` · ${folderWords(address.folder)}`;
  return (
    <button
      type="button"
      aria-label={`Clear filter: ${words}${folder}`}
      onClick={() => {
        goTo({ ...address, provider: null, accountId: null, folder: null });
      }}
      className="border-border-strong text-preview hover:bg-raised touch:min-h-11 flex min-h-6 max-w-full items-center gap-1.5 rounded-full border ps-1.5 pe-2"
    >
      <ProviderBadge provider={provider} sizePx={14} isDecorative />
      <bdi className="min-w-0 truncate">
        {words}
        {folder}
      </bdi>
      <X size={14} className="text-muted" aria-hidden />
    </button>
  );
}

/** The view, then what narrows it: unread, accounts and their inboxes; what is chosen stands in the address. */
export function FilterBar({ accounts, address, counts }: Props & { counts: ViewCounts | null }) {
  const isNarrow = address.provider !== null || address.accountId !== null;
  return (
    <nav aria-label="Filters" className="border-border flex flex-none flex-col gap-2 border-b px-3 pb-2">
      <div className="flex items-center justify-between gap-1">
        <ViewSwitch counts={counts} address={address} />
        <UnreadLink accounts={accounts} address={address} />
      </div>
      <AccountStrip accounts={accounts} address={address} />
      {isNarrow ? (
        <div className="flex px-1">
          <ChosenScope accounts={accounts} address={address} />
        </div>
      ) : null}
    </nav>
  );
}
