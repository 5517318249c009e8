"use client";

import { TriangleAlert } from "lucide-react";
import { AddressLink } from "@/components/inbox/address-link";
import { StripCount } from "@/components/inbox/list/strip-count";
import { Avatar } from "@/components/ui/avatar";
import { ailmentOf } from "@/domain/account-health";
import { hasSeveralFolders } from "@/domain/filter-counts";
import type { Account } from "@/domain/inbox";
import { wholeInbox, type InboxAddress } from "@/domain/inbox-address";
import { badgeCount } from "@/domain/measures";
import { folderWords } from "@/domain/providers";
import { inboxName } from "@/domain/row-words";

type Props = { account: Account; address: InboxAddress; isTabStop: boolean };

const { provider, accountId, folder } = wholeInbox;
const noScope = { provider, accountId, folder };

function AccountLink({ account, address, isTabStop }: Props) {
  const isChosen = address.accountId === account.id;
  const isWhole = isChosen && address.folder === null;
  const name = inboxName(account, null);
  const ground = isChosen ? "bg-selected ring-accent ring-2 ring-inset [--ground:var(--selected)]" : "hover:bg-raised";
  return (
    <AddressLink
      address={{ ...address, ...noScope, accountId: isWhole ? null : account.id }}
      isChosen={isWhole}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={name}
      title={name}
      className={`touch:size-11 relative flex size-10 flex-none items-center justify-center rounded-full outline-offset-[-2px] transition-colors ${ground}`}
    >
      <Avatar name={account.name} pictureUrl={null} sizePx={32} provider={account.provider} />
      {account.colour === null ? null : (
        <span
          aria-hidden
          className="absolute inset-x-2.5 bottom-0 h-[3px] rounded-full"
          style={{ background: `var(--look-${account.colour})` }}
        />
      )}
      <StripCount count={account.unreadCount} />
      {ailmentOf(account) === null ? null : (
        <span className="bg-surface absolute -start-0.5 -top-0.5 rounded-full p-px">
          <TriangleAlert size={14} aria-hidden className="text-danger" />
        </span>
      )}
    </AddressLink>
  );
}

function FolderLinks({ account, address }: Props) {
  return account.folders.map((one) => {
    const isChosen = address.accountId === account.id && address.folder === one.folder;
    return (
      <AddressLink
        key={one.folder}
        address={{ ...address, ...noScope, accountId: account.id, folder: isChosen ? null : one.folder }}
        isChosen={isChosen}
        tabIndex={-1}
        aria-label={inboxName(account, one)}
        className={`text-meta touch:min-h-11 flex min-h-7 flex-none items-center gap-1 rounded-full px-2 font-medium outline-offset-[-2px] transition-colors ${isChosen ? "bg-selected text-fg" : "text-muted hover:bg-raised hover:text-fg"}`}
      >
        {folderWords(one.folder)}
        {one.unreadCount > 0 ? <span className="text-accent tabular-nums">{badgeCount(one.unreadCount)}</span> : null}
      </AddressLink>
    );
  });
}

/** An account, and its inboxes beside it where it has several: together they are one thing. */
export function StripAccount(props: Props) {
  if (!hasSeveralFolders(props.account)) return <AccountLink {...props} />;
  return (
    <span className="border-border flex flex-none items-center rounded-full border pe-1">
      <AccountLink {...props} />
      <FolderLinks {...props} />
    </span>
  );
}
