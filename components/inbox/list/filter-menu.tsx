"use client";

import { ListFilter } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import type { Account } from "@/domain/inbox";
import type { InboxAddress } from "@/domain/inbox-address";

const FilterChoices = lazy(async () => ({
  default: (await import("@/components/inbox/list/filter-choices")).FilterChoices,
}));

/** What the list can be narrowed to, by name. The choices are loaded when somebody comes near. */
export function FilterMenu(props: { accounts: readonly Account[]; address: InboxAddress }) {
  const [isNear, setIsNear] = useState(false);
  const approach = () => {
    setIsNear(true);
  };
  return (
    <Popover
      label="Filter chats"
      edge="below-end"
      onOpen={approach}
      className="text-body scroll-thin max-h-[70dvh] w-64 overflow-y-auto"
      trigger={(attributes) => (
        <IconButton name="Filter" onPointerEnter={approach} onFocus={approach} {...attributes}>
          <ListFilter size={18} aria-hidden />
        </IconButton>
      )}
    >
      {isNear ? (
        <Suspense>
          <FilterChoices {...props} />
        </Suspense>
      ) : null}
    </Popover>
  );
}
