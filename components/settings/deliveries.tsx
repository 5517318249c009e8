"use client";

import useSWRInfinite from "swr/infinite";
import { DeliveryRow } from "@/components/settings/delivery-row";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { fetchJson } from "@/components/ui/fetch-json";
import { ProblemError } from "@/components/ui/problem-error";
import { PageLink } from "@/components/ui/page-link";
import { deliveriesUrl, deliveryStates, deliveryStateWords, type ShownState } from "@/domain/delivery-words";
import type { Delivery, DeliveryPage, DeliveryState } from "@/domain/inbox";

function StateTabs({ state, counts }: { state: ShownState; counts: Record<DeliveryState, number> | undefined }) {
  const total = counts && Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <nav aria-label="State" className="flex gap-1 overflow-x-auto">
      {(["all", ...deliveryStates] as const).map((one) => {
        const count = one === "all" ? total : counts?.[one];
        return (
          <PageLink
            key={one}
            href={one === "all" ? "/settings/deliveries" : `/settings/deliveries?state=${one}`}
            keepsScroll
            aria-current={one === state ? "true" : undefined}
            className={`rounded-control text-preview touch:min-h-11 flex min-h-7 flex-none items-center gap-1.5 px-2 font-medium outline-offset-[-2px] ${one === state ? "bg-selected text-fg" : "text-muted hover:bg-raised hover:text-fg"}`}
          >
            {one === "all" ? "All" : deliveryStateWords[one]}
            {count === undefined ? null : <span className="text-meta text-muted tabular-nums">{count}</span>}
          </PageLink>
        );
      })}
    </nav>
  );
}

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div role="alert">
      <EmptyState title="The log could not be loaded">
        <p className="text-preview text-muted">
          {error instanceof ProblemError ? error.title : "Something went wrong."}
        </p>
        <Button onClick={onRetry}>Try again</Button>
      </EmptyState>
    </div>
  );
}

function Rows({ items, onReplayed }: { items: readonly Delivery[]; onReplayed: () => void }) {
  if (items.length === 0) return <EmptyState title="No delivery here" />;
  return (
    <ul aria-label="Deliveries" className="border-border rounded-card divide-border divide-y border">
      {items.map((delivery) => (
        <DeliveryRow key={delivery.id} delivery={delivery} onReplayed={onReplayed} />
      ))}
    </ul>
  );
}

/** The log of what postpress delivered: what became of each, why, and once more. */
export function Deliveries({ state }: { state: ShownState }) {
  const key = (_index: number, previous: DeliveryPage | null) =>
    previous?.nextCursor === null ? null : deliveriesUrl(state, previous?.nextCursor ?? null);
  const log = useSWRInfinite<DeliveryPage, unknown>(key, fetchJson, { revalidateAll: true });
  const again = () => void log.mutate();
  const last = log.data?.at(-1);
  return (
    <div className="flex flex-col gap-3">
      <StateTabs state={state} counts={log.data?.[0]?.counts} />
      {!log.data && log.error !== undefined ? <Failed error={log.error} onRetry={again} /> : null}
      {log.data ? <Rows items={log.data.flatMap((page) => page.items)} onReplayed={again} /> : null}
      {last && last.nextCursor !== null ? (
        <div>
          <Button onClick={() => void log.setSize((size) => size + 1)}>Show more</Button>
        </div>
      ) : null}
    </div>
  );
}
