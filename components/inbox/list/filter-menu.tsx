"use client";

import { Inbox, ListFilter } from "lucide-react";
import type { ReactNode } from "react";
import { FilterLink } from "@/components/inbox/list/filter-link";
import { Popover } from "@/components/ui/popover";
import { ProviderBadge } from "@/components/ui/provider-badge";
import { providerCounts, sortedAccounts, unreadWithin } from "@/domain/filter-counts";
import type { Account } from "@/domain/inbox";
import type { InboxAddress } from "@/domain/inbox-address";
import { providerOf } from "@/domain/providers";

type Props = { accounts: readonly Account[]; address: InboxAddress };

function Section({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={name}>
      <p aria-hidden className="text-meta text-subtle px-2 pt-2 pb-1 font-medium">
        {name}
      </p>
      {children}
    </div>
  );
}

function Networks({ accounts, address }: Props) {
  const everything = { ...address, provider: null, accountId: null, folder: null };
  const isEverything = address.provider === null && address.accountId === null;
  const badge = <Inbox size={16} className="text-muted" aria-hidden />;
  return (
    <Section name="Network">
      <FilterLink
        address={everything}
        isChosen={isEverything}
        unreadCount={unreadWithin(accounts, everything)}
        badge={badge}
      >
        All networks
      </FilterLink>
      {providerCounts(accounts).map(({ provider, unreadCount }) => (
        <FilterLink
          key={provider}
          address={{ ...everything, provider }}
          isChosen={address.provider === provider}
          unreadCount={unreadCount}
          badge={<ProviderBadge provider={provider} sizePx={16} isDecorative />}
        >
          {providerOf(provider).label}
        </FilterLink>
      ))}
    </Section>
  );
}

const notes: Partial<Record<Account["state"], string>> = {
  reconnect: "reconnect",
  error: "error",
  stopped: "stopped",
  deleted: "removed",
};

/** An account that receives nothing says so where it is chosen. */
function AccountNote({ state }: Pick<Account, "state">) {
  const words = notes[state];
  return words === undefined ? null : <span className="text-danger"> · {words}</span>;
}

function Accounts({ accounts, address }: Props) {
  return (
    <Section name="Account">
      {sortedAccounts(accounts).map((account) => (
        <FilterLink
          key={account.id}
          address={{ ...address, provider: null, accountId: account.id, folder: null }}
          isChosen={address.accountId === account.id}
          unreadCount={account.unreadCount}
          badge={<ProviderBadge provider={account.provider} sizePx={16} />}
        >
          <bdi>{account.name}</bdi>
          <AccountNote state={account.state} />
          {account.isTest ? <span className="text-subtle"> · test</span> : null}
        </FilterLink>
      ))}
    </Section>
  );
}

/** Networks and accounts, each with its own unread count. */
export function FilterMenu({ accounts, address }: Props) {
  return (
    <Popover
      label="Filter chats"
      edge="below-end"
      className="text-body scroll-thin max-h-[70dvh] w-64 overflow-y-auto"
      trigger={(attributes) => (
        <button
          type="button"
          className="rounded-control text-preview text-muted hover:text-fg hover:bg-raised touch:min-h-11 flex min-h-7 items-center gap-1.5 px-2 font-medium transition-colors"
          {...attributes}
        >
          <ListFilter size={16} aria-hidden />
          Filter
        </button>
      )}
    >
      <Networks accounts={accounts} address={address} />
      <Accounts accounts={accounts} address={address} />
    </Popover>
  );
}
