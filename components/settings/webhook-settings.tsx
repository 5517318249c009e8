"use client";

import useSWR from "swr";
import { TestEvent } from "@/components/settings/test-event";
import { WebhookRegistration } from "@/components/settings/webhook-registration";
import { WebhookState } from "@/components/settings/webhook-state";
import { WebhookValues, type Webhook } from "@/components/settings/webhook-values";

const waitingPollMs = 2_000;

const isOnlyLocal = (url: string) => ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);

/** Everything to connect postpress, from copying the address to seeing the first event. */
export function WebhookSettings({ webhook, hasApi }: { webhook: Webhook; hasApi: boolean }) {
  const current =
    useSWR<Webhook, unknown>("/api/webhook", { fallbackData: webhook, refreshInterval: waitingPollMs }).data ?? webhook;
  return (
    <>
      <WebhookState lastDeliveryAt={current.lastDeliveryAt} />
      {hasApi ? <WebhookRegistration isOnlyLocal={isOnlyLocal(current.url)} /> : null}
      <WebhookValues webhook={current} />
      <TestEvent />
    </>
  );
}
