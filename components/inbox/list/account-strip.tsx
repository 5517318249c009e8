"use client";

import { useRef, type KeyboardEvent } from "react";
import { StripAccount } from "@/components/inbox/list/strip-account";
import { hasSeveralFolders, sortedAccounts } from "@/domain/filter-counts";
import type { Account } from "@/domain/inbox";
import type { InboxAddress } from "@/domain/inbox-address";
import { rowAfter, type Step } from "@/domain/list-window";

const steps: Partial<Record<string, Step>> = {
  ArrowRight: "next",
  ArrowLeft: "previous",
  Home: "first",
  End: "last",
};

/** Every account, and every inbox of one that has several, one click away with its own unread count. One Tab stop, however many there are. */
export function AccountStrip({ accounts, address }: { accounts: readonly Account[]; address: InboxAddress }) {
  const strip = useRef<HTMLDivElement>(null);
  if (accounts.length < 2 && !accounts.some(hasSeveralFolders)) return null;
  const sorted = sortedAccounts(accounts);
  const move = (event: KeyboardEvent) => {
    const links = Array.from(strip.current?.querySelectorAll("a") ?? []);
    const step = steps[event.key];
    const from = links.findIndex((link) => link === document.activeElement);
    if (step === undefined || from === -1) return;
    event.preventDefault();
    const to = rowAfter(step, from, { count: links.length, pageRows: 1 });
    if (to !== null) links[to]?.focus();
  };
  const chosen = sorted.find(({ id }) => id === address.accountId) ?? sorted[0];
  return (
    <div
      ref={strip}
      role="toolbar"
      aria-label="Accounts"
      onKeyDown={move}
      className="scroll-none -mx-3 flex items-center gap-1.5 overflow-x-auto px-3 py-1"
    >
      {sorted.map((account) => (
        <StripAccount key={account.id} account={account} address={address} isTabStop={account === chosen} />
      ))}
    </div>
  );
}
