"use client";

import { goTo } from "@/components/inbox/use-address";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { EmptyState } from "@/components/ui/empty-state";
import { PlainLink } from "@/components/ui/plain-link";
import type { ViewCounts } from "@/domain/inbox";
import { isFiltered, type InboxAddress } from "@/domain/inbox-address";
import { manyCount } from "@/domain/measures";

type Props = { address: InboxAddress; counts: ViewCounts | null; webhookUrl: string };

function FirstRun({ webhookUrl }: { webhookUrl: string }) {
  return (
    <EmptyState title="No messages yet">
      <p className="text-preview text-muted">They appear here when postpress posts to this address:</p>
      <CopyField label="webhook URL" value={webhookUrl} />
      <p className="text-preview">
        <PlainLink href="/settings/webhook">Set up the webhook</PlainLink>
      </p>
    </EmptyState>
  );
}

function NobodyWaiting({ address, count }: { address: InboxAddress; count: number }) {
  const isWhole = !isFiltered(address);
  return (
    <EmptyState title={isWhole ? "Nobody is waiting" : "Nobody is waiting here"}>
      <p className="text-preview text-muted">
        Every chat {isWhole ? "" : "that matches "}has our answer. All holds {manyCount(count)}{" "}
        {count === 1 ? "chat" : "chats"}.
      </p>
      <Button
        onClick={() => {
          goTo({ ...address, view: "all" });
        }}
      >
        Show all
      </Button>
    </EmptyState>
  );
}

/** Why there is no row: nothing came yet, nobody waits, or nothing matches. */
export function EmptyList({ address, counts, webhookUrl }: Props) {
  const count = counts?.all ?? 0;
  if (!isFiltered(address) && count === 0) return <FirstRun webhookUrl={webhookUrl} />;
  if (address.view === "waiting" && count > 0) return <NobodyWaiting address={address} count={count} />;
  const showAll = () => {
    goTo({ ...address, provider: null, accountId: null, folder: null, isUnread: false });
  };
  return (
    <EmptyState title={address.isUnread ? "Nothing unread here" : "No chat matches this filter"}>
      <Button onClick={showAll}>Clear filters</Button>
    </EmptyState>
  );
}
