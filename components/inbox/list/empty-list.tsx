"use client";

import Link from "next/link";
import { goTo } from "@/components/inbox/use-address";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { EmptyState } from "@/components/ui/empty-state";
import { isFiltered, type InboxAddress } from "@/domain/inbox-address";

/** Why there is no row: nothing came yet, or nothing matches. */
export function EmptyList({ address, webhookUrl }: { address: InboxAddress; webhookUrl: string }) {
  if (!isFiltered(address) && address.view === "all") {
    return (
      <EmptyState title="No messages yet">
        <p className="text-preview text-muted">They appear here when postpress posts to this address:</p>
        <CopyField label="webhook URL" value={webhookUrl} />
        <Link
          href="/settings/webhook"
          className="text-accent text-preview font-medium underline-offset-4 hover:underline"
        >
          Set up the webhook
        </Link>
      </EmptyState>
    );
  }
  const showAll = () => {
    goTo({ ...address, provider: null, accountId: null, folder: null, isUnread: false });
  };
  if (address.view === "waiting" && !address.isUnread) {
    return (
      <EmptyState title={isFiltered(address) ? "Nobody is waiting here" : "Nobody is waiting"}>
        <Button
          onClick={() => {
            goTo({ ...address, view: "all" });
          }}
        >
          Show all chats
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={address.isUnread ? "Nothing unread here" : "No chat matches this filter"}>
      <Button onClick={showAll}>Clear filters</Button>
    </EmptyState>
  );
}
