/**
 * An account as the vendor's API answers it, kept and read like a delivery. Of several sources the one that is worst off says how the
 * account is. One that the vendor no longer has is kept as null: it was asked for by its id, and is gone.
 */
import { z } from "zod";
import type { AccountFacts } from "@/domain/events";
import type { AccountState } from "@/domain/inbox";
import { toAccountState, toProvider } from "../account";
import { isObject, type BodyObject } from "../body";
import { described, id, requiredId, words } from "../fields";
import { apiAccountWord, quarantined, toProblems, type Outcome } from "../outcome";
import { toPhone } from "../people";
import { parseStamp } from "../time";

const source = z.object({ status: words });

const sources = z
  .unknown()
  .optional()
  .transform((value): string[] => {
    const list: unknown[] = Array.isArray(value) ? value : [];
    return list.flatMap((one) => source.safeParse(one).data?.status ?? []);
  });

const answer = z.object(
  {
    id: requiredId,
    name: words,
    type: words,
    created_at: words,
    connection_params: described({ im: described({ id: id, phone_number: words }) }),
    sources,
  },
  { error: "is not an object" },
);
type ApiAccount = z.infer<typeof answer>;

const envelope = z.object({ account_id: requiredId, account: answer.nullable() });

/** What is kept; null for an account that is gone. */
export function toAccountBody(accountId: string, told: unknown): string {
  return JSON.stringify({ event: apiAccountWord, account_id: accountId, account: told });
}

/** Null for what is no account. */
export function parseAccountId(told: unknown): string | null {
  return isObject(told) ? (requiredId.safeParse(told.id).data ?? null) : null;
}

type Arrival = { sequence: number; receivedAt: string };

export function toAccountFetched(value: BodyObject, arrival: Arrival): Outcome {
  const parsed = envelope.safeParse(value);
  if (!parsed.success) return quarantined(toProblems(parsed.error.issues));
  const { account_id, account } = parsed.data;
  const { sequence, receivedAt } = arrival;
  const happened = { type: "account.fetched", at: receivedAt, sequence, receivedAt } as const;
  if (account === null) {
    const gone = { name: null, since: null, state: "deleted", rawState: "DELETED" } as const;
    return { outcome: "event", event: { ...happened, ...gone, account: unknownFacts(account_id) } };
  }
  const told = { name: account.name, since: parseStamp(account.created_at), ...toState(account.sources) };
  return { outcome: "event", event: { ...happened, ...told, account: toFacts(account) } };
}

function unknownFacts(externalId: string): AccountFacts {
  return { externalId, provider: null, feature: null, userId: null, phoneNumber: null };
}

function toFacts({ id: externalId, type, connection_params: { im } }: ApiAccount): AccountFacts {
  const provider = toProvider(type);
  return { externalId, provider, feature: null, userId: im.id, phoneNumber: toPhone(im.phone_number) };
}

const worstFirst: readonly AccountState[] = ["deleted", "reconnect", "error", "stopped", "connecting", "unknown", "ok"];

function toState(statuses: readonly string[]): { state: AccountState | null; rawState: string | null } {
  const told = statuses.map((rawState) => ({ rawState, state: toAccountState(rawState) }));
  const worst = worstFirst.map((state) => told.find((one) => one.state === state)).find((one) => one !== undefined);
  return worst ?? { state: null, rawState: null };
}
