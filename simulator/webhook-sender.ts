/**
 * The sending half of postpress: a delivery counts only when it is answered with exactly 200 within 30 seconds, else it is sent
 * again up to five times with growing delay, and then the event is gone.
 */
import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Attempt, Ledger, LedgerEntry } from "./ledger";
import { countLedger } from "./ledger";
import type { Encoding, Sendable, WebhookBody } from "./webhook-body";
import { toWebhookBody } from "./webhook-body";

export type WebhookTarget = {
  webhookUrl: string;
  /** the one static header that proves the origin */
  headerName: string;
  secret: string;
  /** the pauses before each retry; its length is the number of retries */
  delaysMs?: readonly number[];
  timeoutMs?: number;
  encoding?: Encoding;
};

export type WebhookSender = {
  /** Resolves when the delivery is acked, given up or stopped; never rejects. */
  send: (sendable: Sendable, encoding?: Encoding) => Promise<LedgerEntry>;
  /** Resolves when nothing is under way. */
  settled: () => Promise<void>;
  stop: () => Promise<void>;
  ledger: Ledger;
};

export const vendorDelaysMs: readonly number[] = [1000, 2000, 4000, 8000, 16_000];
const vendorTimeoutMs = 30_000;

export function createWebhookSender(target: WebhookTarget): WebhookSender {
  const entries: LedgerEntry[] = [];
  const underWay = new Set<Promise<LedgerEntry>>();
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal); // one for each delivery under way

  const send = (sendable: Sendable, encoding: Encoding = target.encoding ?? "json") => {
    const body = toWebhookBody(sendable, encoding);
    const entry = toEntry(entries.length + 1, sendable, body.sha256);
    entries.push(entry);
    const delivery = deliver({ target, body, entry, stopping: stopping.signal });
    underWay.add(delivery);
    return delivery.finally(() => underWay.delete(delivery));
  };
  const settled = async () => {
    while (underWay.size > 0) await Promise.all(underWay);
  };
  const stop = async () => {
    stopping.abort();
    await settled();
  };
  return { send, settled, stop, ledger: { entries: () => entries, counts: () => countLedger(entries) } };
}

type Task = { target: WebhookTarget; body: WebhookBody; entry: LedgerEntry; stopping: AbortSignal };

async function deliver(task: Task): Promise<LedgerEntry> {
  const { entry, stopping } = task;
  for (const delayMs of [0, ...(task.target.delaysMs ?? vendorDelaysMs)]) {
    if (delayMs > 0) await pause(delayMs, stopping);
    if (stopping.aborted) break;
    const attempt = await tryOnce(task);
    entry.attempts.push(attempt);
    if (attempt.status === 200) return Object.assign(entry, { outcome: "acked" });
  }
  return Object.assign(entry, { outcome: stopping.aborted ? "stopped" : "given up" });
}

async function pause(delayMs: number, stopping: AbortSignal): Promise<void> {
  await sleep(delayMs, undefined, { signal: stopping }).catch((error: unknown) => {
    if (!stopping.aborted) throw error;
  });
}

async function tryOnce({ target, body, stopping }: Task): Promise<Attempt> {
  const startedAt = performance.now();
  const end = (status: number | null, error: string | null): Attempt => {
    return { at: new Date().toISOString(), status, error, tookMs: Math.round(performance.now() - startedAt) };
  };
  try {
    const answer = await fetch(target.webhookUrl, {
      method: "POST",
      headers: { "content-type": body.contentType, [target.headerName]: target.secret },
      body: new Uint8Array(body.bytes),
      redirect: "manual",
      signal: AbortSignal.any([stopping, AbortSignal.timeout(target.timeoutMs ?? vendorTimeoutMs)]),
    });
    await answer.arrayBuffer();
    return end(answer.status, null);
  } catch (error) {
    return end(null, toReason(error));
  }
}

/** The innermost cause: fetch wraps what happened to the socket. */
function toReason(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if (error.cause instanceof Error) return toReason(error.cause);
  const code: unknown = "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : error.name;
}

function toEntry(id: number, sendable: Sendable, sha256: string): LedgerEntry {
  const payload = typeof sendable === "string" || sendable instanceof Uint8Array ? {} : sendable;
  const text = (field: string) => (typeof payload[field] === "string" ? payload[field] : null);
  return {
    id,
    event: text("event"),
    accountId: text("account_id"),
    chatId: text("chat_id"),
    messageId: text("message_id"),
    sha256,
    attempts: [],
    outcome: "pending",
  };
}
