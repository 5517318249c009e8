"use client";

import { AddressLink } from "@/components/inbox/address-link";
import type { ViewCounts } from "@/domain/inbox";
import { views, type InboxAddress, type View } from "@/domain/inbox-address";
import { manyCount } from "@/domain/measures";

const words: Record<View, string> = { waiting: "Waiting", all: "All" };

type Props = { counts: ViewCounts | null; address: InboxAddress };

/** Which queue the list shows, each with the number of its chats within the filters, which stay as they are. */
export function ViewSwitch({ counts, address }: Props) {
  return (
    <div className="bg-raised rounded-control flex flex-none p-0.5">
      {views.map((view) => {
        const isChosen = view === address.view;
        return (
          <AddressLink
            key={view}
            address={{ ...address, view }}
            isChosen={isChosen}
            className={`text-preview touch:min-h-11 flex min-h-6 items-center gap-1.5 rounded-[5px] px-2 font-medium transition-colors ${isChosen ? "bg-surface text-fg ring-border ring-1" : "text-muted hover:text-fg"}`}
          >
            {words[view]}
            {counts === null ? null : (
              <span className="text-meta text-muted tabular-nums">{manyCount(counts[view])}</span>
            )}
          </AddressLink>
        );
      })}
    </div>
  );
}
