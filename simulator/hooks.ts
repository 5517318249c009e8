/** The webhooks that were made through the API. Each sends on its own, under its own name, so the same event comes in other bytes. */
import { ApiError } from "./api-answer";
import type { Sendable, WebhookPayload } from "./webhook-body";
import type { WebhookSender, WebhookTarget } from "./webhook-sender";
import { createWebhookSender } from "./webhook-sender";

export type Hook = {
  id: string;
  name: string;
  source: string;
  events: readonly string[];
  url: string;
  headers: readonly { key: string; value: string }[];
  sender: WebhookSender;
};

export type Hooks = {
  create(id: string, wanted: Record<string, unknown>): Hook;
  list(): Record<string, unknown>[];
  remove(id: string): boolean;
  send(sendable: Sendable): void;
  stop(): Promise<void>;
};

export function createHooks(times: Pick<WebhookTarget, "delaysMs" | "timeoutMs">): Hooks {
  const hooks = new Map<string, Hook>();
  return {
    create: (id, wanted) => {
      const hook = toHook(id, wanted, times);
      hooks.set(id, hook);
      return hook;
    },
    list: () =>
      [...hooks.values()].map(({ id, name, source, events, url, headers }) => ({
        object: "Webhook",
        id,
        name,
        source,
        events,
        request_url: url,
        headers,
        format: "json",
        enabled: true,
      })),
    remove: (id) => hooks.delete(id),
    send: (sendable) => {
      for (const hook of hooks.values()) {
        const payload = toOwnPayload(hook, sendable);
        if (payload !== null) void hook.sender.send(payload);
      }
    },
    stop: async () => {
      await Promise.all([...hooks.values()].map((hook) => hook.sender.stop()));
    },
  };
}

function toHook(
  id: string,
  wanted: Record<string, unknown>,
  times: Pick<WebhookTarget, "delaysMs" | "timeoutMs">,
): Hook {
  const { request_url: url, source, name, events } = wanted;
  if (typeof url !== "string" || typeof source !== "string") {
    throw new ApiError(400, "missing_parameters", "request_url and source are needed.");
  }
  const headers = readHeaders(wanted.headers);
  const contentType = headers.find(({ key }) => key.toLowerCase() === "content-type")?.value;
  const proof = headers.find(({ key }) => key.toLowerCase() !== "content-type") ?? { key: "x-unset", value: "" };
  return {
    id,
    url,
    source,
    headers,
    name: typeof name === "string" ? name : "",
    events: readStrings(events) ?? ["message_received"],
    sender: createWebhookSender({
      ...times,
      webhookUrl: url,
      headerName: proof.key,
      secret: proof.value,
      encoding: contentType?.includes("json") ? "json" : "json-as-form",
    }),
  };
}

function readStrings(value: unknown): string[] | null {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : null;
}

function readHeaders(value: unknown): { key: string; value: string }[] {
  return Array.isArray(value) ? value.filter(isHeader) : [];
}

function isHeader(value: unknown): value is { key: string; value: string } {
  const isObject = typeof value === "object" && value !== null;
  return (
    isObject && "key" in value && "value" in value && typeof value.key === "string" && typeof value.value === "string"
  );
}

/** Null when this webhook did not ask for such an event. */
function toOwnPayload(hook: Hook, sendable: Sendable): WebhookPayload | null {
  if (typeof sendable === "string" || sendable instanceof Uint8Array) return null;
  if ("AccountStatus" in sendable) return hook.source === "account_status" ? sendable : null;
  const isWanted = hook.source === "messaging" && hook.events.some((event) => event === sendable.event);
  return isWanted ? { ...sendable, webhook_name: hook.name } : null;
}
