/**
 * One delivery of the vendor as one event in our words, or the reason why there is none: ignored when nothing happens to the inbox,
 * quarantined with the exact fields when it could not be understood. Total and pure; who stores the outcome is the applier.
 */
import type { AccountFacts } from "@/domain/events";
import { toAccountState, toProvider } from "./account";
import { toAccountFetched } from "./api/account";
import { toChatFetched } from "./api/chat";
import { toMessageFetched } from "./api-message";
import { isAccountStatus, isTooDeep, parseBody } from "./body";
import type { BodyObject } from "./body";
import { findEventName, toChatEvent } from "./chat-event";
import { accountStatusPayload } from "./payload";
import { apiAccountWord, apiChatWord, apiMessageWord, apiWord, quarantined, toProblems, toSubject } from "./outcome";
import type { Outcome, Reading, Subject } from "./outcome";
import { shorten } from "./text";

/** `sequence` is that of the delivery's first arrival. */
export type RawDelivery = { sequence: number; receivedAt: string; body: Uint8Array; contentType: string | null };

const nobody: Subject = { event: null, accountId: null, chatId: null, messageId: null };

export function toEvent(delivery: RawDelivery): Reading {
  const body = parseBody(delivery.body);
  if (!body.isReadable) return { ...quarantined([body.problem]), subject: nobody };
  const subject = toSubject(body.value);
  if (isTooDeep(body.value)) {
    return { ...quarantined([{ path: "", message: "is nested deeper than 64 levels" }]), subject };
  }
  return { ...toOutcome(body.value, delivery), subject };
}

function toOutcome(value: BodyObject, delivery: RawDelivery): Outcome {
  if (isAccountStatus(value)) return toAccountChanged(value, delivery);
  const word = Object.hasOwn(value, "event") ? value.event : undefined;
  if (typeof word !== "string" || word.trim() === "") {
    return quarantined([{ path: "event", message: word === undefined ? "is missing" : "is not the name of an event" }]);
  }
  if (word.startsWith(apiWord)) return toFetched(word, value, delivery);
  const name = findEventName(word);
  if (name === null) return { outcome: "ignored", reason: `unknown event ${shorten(word, 64)}` };
  return toChatEvent(name, value, delivery);
}

/** What we asked for ourselves. */
function toFetched(word: string, value: BodyObject, delivery: RawDelivery): Outcome {
  if (word === apiMessageWord) return toMessageFetched(value, delivery);
  if (word === apiChatWord) return toChatFetched(value, delivery);
  if (word === apiAccountWord) return toAccountFetched(value, delivery);
  return { outcome: "ignored", reason: `unknown event ${shorten(word, 64)}` };
}

function toAccountChanged(value: BodyObject, { sequence, receivedAt }: RawDelivery): Outcome {
  const parsed = accountStatusPayload.safeParse(value);
  if (!parsed.success) return quarantined(toProblems(parsed.error.issues));
  const { account_id, account_type, message } = parsed.data.AccountStatus;
  const account: AccountFacts = {
    externalId: account_id,
    provider: toProvider(account_type),
    feature: null,
    userId: null,
    phoneNumber: null,
  };
  const state = toAccountState(message);
  return {
    outcome: "event",
    event: { type: "account.changed", at: receivedAt, sequence, receivedAt, account, state, rawState: message },
  };
}
