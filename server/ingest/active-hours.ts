/** Keeps in which hours anything was delivered of an account: what server/inbox/rhythms.ts tells its rhythm from. A row an hour at most. */
import { isFetched, type InboxEvent } from "@/domain/events";
import { hourOf } from "@/domain/quiet";
import { accountIdOf } from "./ids";
import type { Transaction } from "./load";

/** The hour this process has last kept, by account: nearly every batch has nothing to write. */
const kept = new Map<string, number>();

/** The accounts must have been saved. What we asked the vendor's API for says nothing of what is delivered, and does not count. */
export async function saveActiveHours(tx: Transaction, events: readonly InboxEvent[]): Promise<void> {
  const rows = new Map<string, { accountId: string; hour: number }>();
  for (const event of events) {
    const { account, receivedAt } = event;
    const hour = hourOf(receivedAt);
    if (isFetched(event) || kept.get(account.externalId) === hour) continue;
    const accountId = accountIdOf(account.externalId);
    rows.set(`${accountId} ${String(hour)}`, { accountId, hour });
    kept.set(account.externalId, hour);
  }
  if (rows.size === 0) return;
  await tx.$executeRaw`
    INSERT INTO "AccountHour" ("accountId", "hour")
    SELECT r."accountId", r."hour" FROM jsonb_populate_recordset(NULL::"AccountHour", ${JSON.stringify([...rows.values()])}::jsonb) r
    ORDER BY 1, 2 ON CONFLICT DO NOTHING`;
}
