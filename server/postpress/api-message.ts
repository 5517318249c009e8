/**
 * One message as the vendor's API answers it, kept and read like a delivery. Our envelope around the vendor's own bytes says what
 * they are and which network they come from, since the answer itself tells neither.
 */
import { z } from "zod";
import { boundedTime, type AccountFacts, type MessageFetched } from "@/domain/events";
import { toAccountFacts } from "./account";
import { isObject, type BodyObject } from "./body";
import { toChatFacts } from "./chat";
import { amount, described, flag, id, requiredId, strictFlag, text, words } from "./fields";
import { hasBody, shownText, toDirection, toMessageBody } from "./message-body";
import { apiMessageWord, quarantined, toProblems, type Outcome } from "./outcome";
import { attachments, quoted, seenBy, type MessagePayload } from "./payload";
import { toPeople, toProvidersPerson } from "./people";
import { toReceipts } from "./receipts";
import { parseStamp } from "./time";

const reaction = z.object({ value: words, sender_id: id, is_sender: flag });

/** Null unless every entry can be read: half a list must not pass for all of it. */
const reactions = z
  .unknown()
  .optional()
  .transform((value) => {
    const list = z.array(reaction).safeParse(value);
    if (!list.success) return null;
    const known = list.data.flatMap(({ value: emoji, sender_id, is_sender }) =>
      emoji === null || sender_id === null ? [] : [{ emoji, senderId: sender_id, isOurs: is_sender === true }],
    );
    return known.length === list.data.length ? known : null;
  });

const answer = z.object(
  {
    id: requiredId,
    account_id: requiredId,
    chat_id: requiredId,
    chat_provider_id: id,
    provider_id: id,
    sender_id: id,
    sender_attendee_id: id,
    text,
    timestamp: words,
    message_type: words,
    is_sender: strictFlag,
    is_event: flag,
    event_type: amount,
    hidden: flag,
    deleted: flag,
    edited: flag,
    delivered: flag,
    seen: flag,
    seen_by: seenBy,
    reactions,
    quoted,
    attachments,
  },
  { error: "is not an object" },
);
type ApiMessage = z.infer<typeof answer>;

const envelope = z.object({ account_type: words, missed: flag, message: answer });

/**
 * What is kept: the answer's own text, letter by letter.
 * @param provider the account's, whose habits decide how texts are read
 * @param isMissed it was found missing after an outage, and is news
 */
export function toAnswerBody(answerText: string, provider: string, isMissed = false): string {
  const about = { event: apiMessageWord, account_type: provider, ...(isMissed && { missed: true }) };
  return `${JSON.stringify(about).slice(0, -1)},"message":${answerText}}`;
}

const about = described({ id: id, account_id: id, chat_id: id });

/** What the answer is about, as far as it can be read; null for what is no message at all. */
export function parseAnswerSubject(value: unknown): z.infer<typeof about> | null {
  if (!isObject(value)) return null;
  const parsed = about.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** How far a message got, without a word of what it says. Of theirs only edits and withdrawals matter to us. */
export type Progress = { isEdited: boolean; isDeleted: boolean; isDelivered: boolean; isRead: boolean };

const progress = described({ edited: flag, deleted: flag, delivered: flag, seen: flag, is_sender: flag });

export function parseProgress(value: unknown): Progress {
  const { edited, deleted, delivered, seen, is_sender } = progress.parse(value);
  const isOurs = is_sender === true;
  return {
    isEdited: edited === true,
    isDeleted: deleted === true,
    isDelivered: isOurs && delivered === true,
    isRead: isOurs && seen === true,
  };
}

/** Whether anything has happened to a message that we know, since. Unknown ones are none of this function's business. */
export function isFurther(told: Progress, known: Progress | undefined): boolean {
  if (known === undefined) return false;
  const names = ["isEdited", "isDeleted", "isDelivered", "isRead"] as const;
  return names.some((name) => told[name] && !known[name]);
}

type Arrival = { sequence: number; receivedAt: string };

export function toMessageFetched(value: BodyObject, arrival: Arrival): Outcome {
  const parsed = envelope.safeParse(value);
  if (!parsed.success) return quarantined(toProblems(parsed.error.issues));
  const { account_type, message, missed } = parsed.data;
  const event = toEvent(message, toPayload(message, account_type), arrival);
  return { outcome: "event", event: { ...event, isMissed: missed === true } };
}

type Fetched = Omit<MessageFetched, "isMissed">;

function toEvent(message: ApiMessage, payload: MessagePayload, { sequence, receivedAt }: Arrival): Fetched {
  const account = toAccountFacts(payload);
  const people = toPeople(payload, account);
  const said = toDirection(payload, account, people.sender);
  const stamp = parseStamp(message.timestamp);
  const isDeleted = message.deleted === true;
  return {
    ...{ type: "message.fetched", at: receivedAt, sequence, receivedAt, account, ...said },
    chat: toChatFacts(payload, account.provider),
    people: people.everyone,
    messageId: message.id,
    receipts: toReceipts(message, { account, direction: said.direction, receivedAt }),
    sentAt: stamp === null ? null : boundedTime(stamp, receivedAt),
    body: isDeleted && !hasBody(payload) ? null : toMessageBody(payload, people.sender, account.provider),
    isEdited: message.edited === true,
    isDeleted,
    reactions: message.reactions?.map((one) => toListed(one, account)) ?? null,
  };
}

function toListed(told: { emoji: string; senderId: string; isOurs: boolean }, account: AccountFacts) {
  const person = toProvidersPerson(told.senderId, account);
  const emoji = shownText(told.emoji, account.provider) ?? told.emoji;
  return { reactor: { ...person, isSelf: person.isSelf || told.isOurs }, emoji };
}

/** The same message in the words of a webhook, so that both are understood by the same rules. */
function toPayload(message: ApiMessage, accountType: string | null): MessagePayload {
  const untold = { account_info: { type: null, feature: null, user_id: null, phone_number: null }, is_group: null };
  return {
    ...{ ...untold, subject: null, folder: [], attendees: [], reaction: undefined, reaction_sender: null },
    ...message,
    account_type: accountType,
    provider_chat_id: message.chat_provider_id,
    message_id: message.id,
    provider_message_id: message.provider_id,
    message: message.text,
    sender: {
      attendee_id: message.sender_attendee_id,
      attendee_provider_id: message.sender_id,
      attendee_name: null,
      attendee_profile_url: null,
      attendee_public_identifier: null,
      attendee_specifics: { phone_number: null, lid: null, member_urn: null, public_identifier: null },
    },
  };
}
