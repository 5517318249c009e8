"use client";

import { Check } from "lucide-react";
import type { MouseEvent, ReactNode } from "react";
import { goTo } from "@/components/inbox/use-address";
import { formatInboxAddress, type InboxAddress } from "@/domain/inbox-address";
import { badgeCount } from "@/domain/measures";

type Props = {
  address: InboxAddress;
  isChosen: boolean;
  unreadCount: number | null;
  badge: ReactNode;
  children: ReactNode;
};

/** One line of the filter menu: a real link, so that it can be copied and opened elsewhere. */
export function FilterLink({ address, isChosen, unreadCount, badge, children }: Props) {
  const choose = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    goTo(address);
    event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
  };
  return (
    <a
      href={formatInboxAddress(address)}
      onClick={choose}
      aria-current={isChosen ? "true" : undefined}
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
    </a>
  );
}
