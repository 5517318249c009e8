/** A chat and those who are in it as the vendor's API answers them, kept and read like a delivery: its name, its ids and its people. */
import { z } from "zod";
import type { PersonFacts } from "@/domain/events";
import { toAccountFacts } from "../account";
import { isObject, type BodyObject } from "../body";
import { toChatFacts } from "../chat";
import { amount, described, flag, requiredId, words } from "../fields";
import { apiChatWord, quarantined, toProblems, type Outcome } from "../outcome";
import { readPayload } from "../payload";
import { toPeople } from "../people";

const mostAttendees = 5_000;

const anyChat = z.looseObject(
  { id: requiredId, account_id: requiredId, name: words, type: amount },
  { error: "is not an object" },
);
const anyAttendee = z.looseObject({ is_self: flag });

const envelope = z.object({
  account_type: words,
  chat: anyChat,
  attendees: z.preprocess(
    (value) => (Array.isArray(value) ? value.filter(isObject).slice(0, mostAttendees) : []),
    z.array(anyAttendee),
  ),
});
type Told = z.infer<typeof envelope>;

/** What is kept. @param provider the account's */
export function toChatBody(told: { provider: string; chat: unknown; attendees: readonly unknown[] }): string {
  const { provider, ...answers } = told;
  return JSON.stringify({ event: apiChatWord, account_type: provider, ...answers });
}

const about = described({ id: words, account_id: words });

/** Whether an answer is the chat that was asked for. */
export function isChat(told: unknown, chatId: string, accountId: string): boolean {
  const { id, account_id } = about.parse(told);
  return id === chatId && account_id === accountId;
}

type Arrival = { sequence: number; receivedAt: string };

export function toChatFetched(value: BodyObject, { sequence, receivedAt }: Arrival): Outcome {
  const parsed = envelope.safeParse(value);
  if (!parsed.success) return quarantined(toProblems(parsed.error.issues));
  const payload = readPayload.safeParse(toPayload(parsed.data));
  if (!payload.success) return quarantined(toProblems(payload.error.issues));
  const account = toAccountFacts(payload.data);
  const people = toPeople(payload.data, account).everyone.map((person) => withSelf(person, parsed.data));
  const chat = toChatFacts(payload.data, account.provider);
  const happened = { type: "chat.fetched", at: receivedAt, sequence, receivedAt } as const;
  return { outcome: "event", event: { ...happened, account, chat, people } };
}

/** The same in the words of a webhook, so that both are understood by the same rules. Types 1 and 2 are groups; only those have a name. */
function toPayload({ account_type, chat, attendees }: Told): BodyObject {
  const isGroup = chat.type === null ? null : chat.type > 0;
  return {
    account_id: chat.account_id,
    account_type,
    chat_id: chat.id,
    provider_chat_id: chat.provider_id,
    is_group: isGroup,
    subject: isGroup === true ? chat.name : chat.subject,
    folder: chat.folder,
    attendees: attendees.map((one) => ({
      attendee_id: one.id,
      attendee_name: one.name,
      attendee_provider_id: one.provider_id,
      attendee_profile_url: one.profile_url,
      attendee_public_identifier: one.public_identifier,
      attendee_specifics: one.specifics,
    })),
  };
}

function withSelf(person: PersonFacts, { attendees }: Told): PersonFacts {
  const isSelf = attendees.some((one) => one.is_self === true && one.id === person.externalId);
  return isSelf ? { ...person, isSelf } : person;
}
