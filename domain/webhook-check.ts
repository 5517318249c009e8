/** What our webhooks at the vendor must be like, and what is wrong with those that are there, in words. */
export const messageEvents = [
  "message_received",
  "message_reaction",
  "message_read",
  "message_edited",
  "message_deleted",
  "message_delivered",
] as const;

export type WebhookSource = "messaging" | "account_status";

/** One each; `events` are to be asked for, since only the first is on by default. */
export const wantedWebhooks: Record<WebhookSource, { name: string; events: readonly string[] }> = {
  messaging: { name: "Postroom messages", events: messageEvents },
  account_status: { name: "Postroom account status", events: [] },
};

/** unknown: the vendor does not tell */
export type Fit = "right" | "wrong" | "unknown";

/** One source, as the vendor's list has it for our address. */
export type WebhookFinding = {
  source: WebhookSource;
  /** how many webhooks of this source lead to our address; more than one is harmless */
  count: number;
  isEnabled: boolean;
  /** those of the wanted events that are not subscribed */
  missing: string[];
  /** our header with a secret that is valid */
  header: Fit;
  contentType: Fit;
};

/** What would make it wrong is known, not merely untold. */
export function isRight({ count, isEnabled, missing, header, contentType }: WebhookFinding): boolean {
  return count > 0 && isEnabled && missing.length === 0 && header !== "wrong" && contentType !== "wrong";
}

const names: Record<WebhookSource, string> = { messaging: "Messages", account_status: "Account status" };

export type FindingWords = { name: string; state: string; problems: string[] };

/** "5 of 6 events subscribed", and each thing that is wrong in a sentence of its own. */
export function findingWords(finding: WebhookFinding): FindingWords {
  const { source, count, isEnabled, missing, header, contentType } = finding;
  const name = names[source];
  if (count === 0) return { name, state: "Not registered", problems: [] };
  const wanted = wantedWebhooks[source].events.length;
  const subscribed = `${String(wanted - missing.length)} of ${String(wanted)} events subscribed`;
  const problems = [
    isEnabled ? "" : "It is switched off at postpress.",
    missing.length === 0 ? "" : `Missing: ${missing.join(", ")}.`,
    header === "wrong" ? "It does not carry our header with a valid secret, so it is refused here." : "",
    contentType === "wrong" ? "It does not say that it sends JSON." : "",
  ];
  return { name, state: wanted === 0 ? "Registered" : subscribed, problems: problems.filter((one) => one !== "") };
}

export const webhookCheckUrl = "/api/webhook/check";
export const webhookRegisterUrl = "/api/webhook/register";
