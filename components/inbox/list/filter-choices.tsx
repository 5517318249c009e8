"use client";

import { Inbox } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { FilterLink } from "@/components/inbox/list/filter-link";
import { ProviderBadge } from "@/components/ui/provider-badge";
import { ailmentOf, ailmentWords } from "@/domain/account-health";
import { hasSeveralFolders, providerCounts, sortedAccounts, unreadWithin } from "@/domain/filter-counts";
import type { Account } from "@/domain/inbox";
import type { InboxAddress } from "@/domain/inbox-address";
import { folderWords, providerOf } from "@/domain/providers";

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

/** An account that receives nothing says so where it is chosen. */
function AccountNote({ account }: { account: Account }) {
  const ailment = ailmentOf(account);
  return ailment === null ? null : <span className="text-danger"> · {ailmentWords[ailment]}</span>;
}

function Folders({ account, address }: { account: Account; address: InboxAddress }) {
  if (!hasSeveralFolders(account)) return null;
  return account.folders.map(({ folder, unreadCount }) => (
    <FilterLink
      key={folder}
      address={{ ...address, provider: null, accountId: account.id, folder }}
      isChosen={address.accountId === account.id && address.folder === folder}
      unreadCount={unreadCount}
      badge={null}
    >
      {folderWords(folder)}
    </FilterLink>
  ));
}

function Accounts({ accounts, address }: Props) {
  return (
    <Section name="Account">
      {sortedAccounts(accounts).map((account) => (
        <Fragment key={account.id}>
          <FilterLink
            address={{ ...address, provider: null, accountId: account.id, folder: null }}
            isChosen={address.accountId === account.id && address.folder === null}
            unreadCount={account.unreadCount}
            badge={<ProviderBadge provider={account.provider} sizePx={16} />}
          >
            <bdi>{account.name}</bdi>
            <AccountNote account={account} />
            {account.isTest ? <span className="text-subtle"> · test</span> : null}
          </FilterLink>
          <Folders account={account} address={address} />
        </Fragment>
      ))}
    </Section>
  );
}

/** Networks, accounts and their inboxes, each with its own unread count. */
export function FilterChoices({ accounts, address }: Props) {
  return (
    <>
      <Networks accounts={accounts} address={address} />
      <Accounts accounts={accounts} address={address} />
    </>
  );
}
