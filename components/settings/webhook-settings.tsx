"use client";

import useSWR from "swr";
import { TestEvent } from "@/components/settings/test-event";
import { WebhookState } from "@/components/settings/webhook-state";
import { WebhookValues, type Webhook } from "@/components/settings/webhook-values";

const waitingPollMs = 2_000;

/** Everything to connect postpress, from copying the address to seeing the first event. */
export function WebhookSettings({ webhook }: { webhook: Webhook }) {
  const current =
    useSWR<Webhook, unknown>("/api/webhook", { fallbackData: webhook, refreshInterval: waitingPollMs }).data ?? webhook;
  return (
    <>
      <WebhookState lastDeliveryAt={current.lastDeliveryAt} />
      <WebhookValues webhook={current} />
      <TestEvent />
    </>
  );
}
