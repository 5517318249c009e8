/** The account of a delivery, and the vendor's words for its state. A word that is new to us is shown as it is and blocks nothing. */
import type { AccountFacts } from "@/domain/events";
import type { AccountState } from "@/domain/inbox";
import type { MessagePayload, ReadPayload } from "./payload";
import { toPhone } from "./people";

const states = new Map<string, AccountState>([
  ["OK", "ok"],
  ["RECONNECTED", "ok"],
  ["SYNC_SUCCESS", "ok"],
  ["CREATION_SUCCESS", "ok"],
  ["CONNECTING", "connecting"],
  ["CREDENTIALS", "reconnect"],
  ["PERMISSIONS", "reconnect"],
  ["ERROR", "error"],
  ["CREATION_FAIL", "error"],
  ["STOPPED", "stopped"],
  ["DELETED", "deleted"],
]);

export function toAccountState(word: string): AccountState {
  return states.get(word.toUpperCase()) ?? "unknown";
}

export function toAccountFacts({ account_id, account_type, account_info }: MessagePayload | ReadPayload): AccountFacts {
  return {
    externalId: account_id,
    provider: toProvider(account_type ?? account_info.type),
    feature: account_info.feature,
    userId: account_info.user_id,
    phoneNumber: toPhone(account_info.phone_number),
  };
}

/** The vendor's word in capitals. */
export function toProvider(told: string | null): string | null {
  return told?.trim().toUpperCase() ?? null;
}
