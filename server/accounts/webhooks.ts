/** Whether our two webhooks stand at the vendor as they must, and putting them there. The secret is compared here and never told. */
import { isRight, wantedWebhooks, type Fit, type WebhookFinding, type WebhookSource } from "@/domain/webhook-check";
import { env } from "../env";
import { log } from "../log";
import { createWebhook, deleteWebhook, fetchWebhooks, type KnownWebhook } from "../postpress/api/webhooks";
import { asked } from "./refusals";

const sources: readonly WebhookSource[] = ["messaging", "account_status"];

export type WebhookReport = { items: WebhookFinding[] };

/** @throws Refusal with what the vendor says */
export async function checkWebhooks(): Promise<WebhookReport> {
  return toReport(await asked(fetchWebhooks));
}

/**
 * Makes what is missing or wrong anew and then takes the wrong ones away, so that there is no moment without. What is right stays.
 * @throws Refusal with what the vendor says
 */
export async function registerWebhooks(): Promise<WebhookReport> {
  return asked(async () => {
    const known = await fetchWebhooks();
    for (const finding of toReport(known).items) if (!isRight(finding)) await register(finding.source, known);
    return toReport(await fetchWebhooks());
  });
}

async function register(source: WebhookSource, known: readonly KnownWebhook[]): Promise<void> {
  const { POSTPRESS_WEBHOOK_HEADER: headerName, POSTPRESS_WEBHOOK_SECRET } = env();
  await createWebhook({ source, url: ourUrl(), headerName, secret: POSTPRESS_WEBHOOK_SECRET[0] ?? "" });
  for (const old of oursOf(source, known)) await deleteWebhook(old.id);
  log.info({ source }, "a webhook was registered");
}

const ourUrl = () => `${env().publicUrl}/api/webhooks/postpress`;

function oursOf(source: WebhookSource, known: readonly KnownWebhook[]): KnownWebhook[] {
  return known.filter((one) => one.source === source && one.url === ourUrl());
}

function toReport(known: readonly KnownWebhook[]): WebhookReport {
  return {
    items: sources.map((source) =>
      bestOf(
        oursOf(source, known).map((one) => toFinding(source, one)),
        source,
      ),
    ),
  };
}

/** Of several the one that is right counts. */
function bestOf(findings: readonly WebhookFinding[], source: WebhookSource): WebhookFinding {
  const missing = [...wantedWebhooks[source].events];
  const none: WebhookFinding = {
    source,
    count: 0,
    isEnabled: false,
    missing,
    header: "unknown",
    contentType: "unknown",
  };
  return { ...(findings.find(isRight) ?? findings[0] ?? none), count: findings.length };
}

function toFinding(source: WebhookSource, { isEnabled, events, headers }: KnownWebhook): WebhookFinding {
  const { POSTPRESS_WEBHOOK_HEADER, POSTPRESS_WEBHOOK_SECRET } = env();
  const fitOf = (name: string, isFit: (value: string) => boolean): Fit => {
    if (headers === null) return "unknown";
    return isFit(headers.get(name.toLowerCase()) ?? "") ? "right" : "wrong";
  };
  return {
    ...{ source, count: 1, isEnabled },
    missing: wantedWebhooks[source].events.filter((event) => !events.includes(event)),
    header: fitOf(POSTPRESS_WEBHOOK_HEADER, (value) => POSTPRESS_WEBHOOK_SECRET.includes(value)),
    contentType: fitOf("content-type", (value) => value.toLowerCase().startsWith("application/json")),
  };
}
