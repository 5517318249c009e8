"use client";

import { AddressLink } from "@/components/inbox/address-link";
import { views, type InboxAddress, type View } from "@/domain/inbox-address";

const words: Record<View, string> = { waiting: "Waiting", all: "All" };

/** Which queue the list shows. The filters stay as they are. */
export function ViewSwitch({ address }: { address: InboxAddress }) {
  return (
    <div className="bg-raised rounded-control flex flex-none p-0.5">
      {views.map((view) => {
        const isChosen = view === address.view;
        return (
          <AddressLink
            key={view}
            address={{ ...address, view }}
            isChosen={isChosen}
            className={`text-preview touch:min-h-10 flex min-h-6 items-center gap-1.5 rounded-[5px] px-2 font-medium transition-colors ${isChosen ? "bg-surface text-fg ring-border ring-1" : "text-muted hover:text-fg"}`}
          >
            {words[view]}
          </AddressLink>
        );
      })}
    </div>
  );
}
