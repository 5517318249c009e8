"use client";

import { ListFilter } from "lucide-react";
import dynamic from "next/dynamic";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import type { Account } from "@/domain/inbox";
import type { InboxAddress } from "@/domain/inbox-address";

/** Comes after the page, which can be used without it. */
const FilterChoices = dynamic(
  () => import("@/components/inbox/list/filter-choices").then((file) => file.FilterChoices),
  {
    ssr: false,
  },
);

/** What the list can be narrowed to, by name. */
export function FilterMenu(props: { accounts: readonly Account[]; address: InboxAddress }) {
  return (
    <Popover
      label="Filter chats"
      edge="below-end"
      className="text-body scroll-thin max-h-[70dvh] w-64 overflow-y-auto"
      trigger={(attributes) => (
        <IconButton name="Filter" {...attributes}>
          <ListFilter size={18} aria-hidden />
        </IconButton>
      )}
    >
      <FilterChoices {...props} />
    </Popover>
  );
}
