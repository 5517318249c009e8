"use client";

import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { AddressLink } from "@/components/inbox/address-link";
import type { InboxAddress } from "@/domain/inbox-address";
import { badgeCount } from "@/domain/measures";

type Props = {
  address: InboxAddress;
  isChosen: boolean;
  unreadCount: number | null;
  badge: ReactNode;
  children: ReactNode;
};

const closeMenu = (link: HTMLAnchorElement) => {
  link.closest<HTMLElement>("[popover]")?.hidePopover();
};

/** One line of the filter menu. */
export function FilterLink({ address, isChosen, unreadCount, badge, children }: Props) {
  return (
    <AddressLink
      address={address}
      isChosen={isChosen}
      onGone={closeMenu}
      className="rounded-control hover:bg-raised touch:min-h-11 flex min-h-8 items-center gap-2 px-2 py-1 outline-offset-[-2px]"
    >
      <span className="flex w-4 flex-none justify-center">{badge}</span>
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {unreadCount === null || unreadCount === 0 ? null : (
        <span className="text-meta text-muted tabular-nums">
          {badgeCount(unreadCount)}
          <span className="sr-only"> unread</span>
        </span>
      )}
      <Check size={16} aria-hidden className={isChosen ? "text-accent" : "invisible"} />
    </AddressLink>
  );
}
