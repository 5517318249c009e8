/** What the sender did, attempt by attempt: what a campaign compares with the tables afterwards. */
export type Attempt = { at: string; status: number | null; error: string | null; tookMs: number };

export type LedgerEntry = {
  id: number;
  event: string | null;
  accountId: string | null;
  chatId: string | null;
  messageId: string | null;
  sha256: string;
  attempts: Attempt[];
  /** acked: exactly 200 in time; given up: all retries used; stopped: the sender ended first */
  outcome: "pending" | "acked" | "given up" | "stopped";
};

export type LedgerCounts = {
  sent: number;
  acked: number;
  givenUp: number;
  pending: number;
  attempts: number;
  retries: number;
};

export type Ledger = {
  entries(): readonly LedgerEntry[];
  counts(): LedgerCounts;
};

export function countLedger(entries: readonly LedgerEntry[]): LedgerCounts {
  const having = (outcome: LedgerEntry["outcome"]) => entries.filter((entry) => entry.outcome === outcome).length;
  const attempts = entries.reduce((sum, entry) => sum + entry.attempts.length, 0);
  const tried = entries.filter((entry) => entry.attempts.length > 0).length;
  return {
    sent: entries.length,
    acked: having("acked"),
    givenUp: having("given up"),
    pending: having("pending"),
    attempts,
    retries: attempts - tried,
  };
}
