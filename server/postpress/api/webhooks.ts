/** Our webhooks at the vendor: what they must be like, how they are made, and what the vendor's list tells of those that are there. */
import { z } from "zod";
import { wantedWebhooks, type WebhookSource } from "@/domain/webhook-check";
import { described, flag, id, words } from "../fields";
import { askVendorJson } from "../client";
import { fetchAll } from "./pages";

export type KnownWebhook = {
  id: string;
  source: string;
  url: string;
  isEnabled: boolean;
  events: string[];
  /** by name in lower case; null where the vendor does not tell */
  headers: Map<string, string> | null;
};

const texts = z.array(z.string()).catch([]);
const header = z.object({ key: z.string(), value: z.string() });
const hook = described({
  id: id,
  webhook_id: id,
  source: words,
  request_url: words,
  enabled: flag,
  events: texts,
  headers: z.array(header).nullish().catch(null),
});

/** @throws VendorError */
export async function fetchWebhooks(): Promise<KnownWebhook[]> {
  const items = await fetchAll({ path: ["webhooks"] });
  return items.flatMap((item) => toWebhook(hook.safeParse(item).data) ?? []);
}

function toWebhook(told: z.infer<typeof hook> | undefined): KnownWebhook | null {
  if (told === undefined) return null;
  const { webhook_id, source, request_url, enabled, events, headers } = told;
  const hookId = told.id ?? webhook_id;
  if (hookId === null) return null;
  const about = { source: source ?? "", url: request_url ?? "", isEnabled: enabled !== false, events };
  return { id: hookId, ...about, headers: toHeaders(headers) };
}

function toHeaders(told: { key: string; value: string }[] | null | undefined): Map<string, string> | null {
  return told ? new Map(told.map(({ key, value }) => [key.toLowerCase(), value])) : null;
}

export type WebhookWanted = { source: WebhookSource; url: string; headerName: string; secret: string };

/** One that says JSON and carries our header. @throws VendorError */
export async function createWebhook({ source, url, headerName, secret }: WebhookWanted): Promise<void> {
  const { name, events } = wantedWebhooks[source];
  const body = {
    ...{ request_url: url, source, name, format: "json", enabled: true },
    ...(events.length > 0 && { events }),
    headers: [
      { key: "Content-Type", value: "application/json" },
      { key: headerName, value: secret },
    ],
  };
  await askVendorJson({ method: "POST", path: ["webhooks"], body, signal: AbortSignal.timeout(20_000) });
}

/** @throws VendorError */
export async function deleteWebhook(webhookId: string): Promise<void> {
  await askVendorJson({ method: "DELETE", path: ["webhooks", webhookId], signal: AbortSignal.timeout(20_000) });
}
