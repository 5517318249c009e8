/**
 * The six events of chats, with their aliases. Decides which event in our words one of them is; the parts it is made of (people,
 * body, direction, chat) are read beside it.
 */
import { boundedTime } from "@/domain/events";
import type { AccountFacts, ChatEvent, MessageBody, MessageRead, PersonFacts } from "@/domain/events";
import { toAccountFacts } from "./account";
import type { BodyObject } from "./body";
import { toChatFacts } from "./chat";
import { hasBody, shownText, toDirection, toMessageBody } from "./message-body";
import { messagePayload, readPayload } from "./payload";
import type { MessagePayload, ReadPayload } from "./payload";
import { toPeople } from "./people";
import type { People } from "./people";
import { quarantined, toProblems } from "./outcome";
import type { Outcome } from "./outcome";
import { toReceipts } from "./receipts";
import { parseStamp } from "./time";

const aliases = {
  message_received: "received",
  new_message: "received",
  message_edited: "edited",
  message_edit: "edited",
  message_deleted: "deleted",
  message_delete: "deleted",
  message_delivered: "delivered",
  message_read: "read",
  message_reaction: "reaction",
} as const;

type EventName = (typeof aliases)[keyof typeof aliases];
const names = new Map<string, EventName>(Object.entries(aliases));

/** Null for an event that is new to us. */
export function findEventName(word: string): EventName | null {
  return names.get(word.trim().toLowerCase()) ?? null;
}

type Arrival = { sequence: number; receivedAt: string };
type Context = { account: AccountFacts; people: People; arrival: Arrival };

export function toChatEvent(name: EventName, value: BodyObject, arrival: Arrival): Outcome {
  const parsed = name === "read" ? readPayload.safeParse(value) : messagePayload.safeParse(value);
  if (!parsed.success) return quarantined(toProblems(parsed.error.issues));
  const payload = parsed.data;
  const account = toAccountFacts(payload);
  const context = { account, people: toPeople(payload, account), arrival };
  if (payload.message_id === null) return toChatRead(payload, context);
  return toMessageEvent(name, { ...payload, message_id: payload.message_id }, context);
}

function toMessageEvent(name: EventName, payload: MessagePayload, context: Context): Outcome {
  const { account, people, arrival } = context;
  const said = toDirection(payload, account, people.sender);
  const receipts = toReceipts(payload, { account, direction: said.direction, receivedAt: arrival.receivedAt });
  const onMessage = { ...inChat(payload, context), ...said, messageId: payload.message_id, receipts };
  const body = hasBody(payload) ? bodyOf(payload, context) : null;
  switch (name) {
    case "received":
      return happened({ type: "message.received", ...onMessage, body: body ?? bodyOf(payload, context) });
    case "edited":
      // Without a text there is nothing to replace the shown one by; an empty one is a text.
      if (!body && payload.message === null) return quarantined([{ path: "message", message: "is missing" }]);
      return happened({ type: "message.edited", ...onMessage, body: body ?? bodyOf(payload, context) });
    case "deleted":
      return happened({ type: "message.deleted", ...onMessage });
    case "delivered":
      return happened({ type: "message.delivered", ...onMessage, body });
    case "read":
      return happened({ type: "message.read", ...onMessage, body });
    case "reaction":
      return toReaction(payload, context.people, { ...onMessage, body });
  }
}

type OnMessage = Omit<MessageRead, "type">;

/** One reaction per person: a new one replaces, an empty one removes. */
function toReaction(payload: MessagePayload, people: People, base: OnMessage): Outcome {
  const reactor = findReactor(payload, people);
  const emoji = payload.reaction;
  if (!reactor || emoji === undefined) {
    const isNamed = payload.reaction_sender !== null;
    return quarantined([
      ...(emoji === undefined ? [{ path: "reaction", message: "is missing" }] : []),
      ...(reactor ? [] : [{ path: "reaction_sender", message: isNamed ? "has no id" : "is missing" }]),
    ]);
  }
  const shown = shownText(emoji.trim(), base.account.provider);
  if (shown === null) return happened({ type: "reaction.removed", ...base, reactor });
  return happened({ type: "reaction.set", ...base, reactor, emoji: shown });
}

/** `sender` wrote the message reacted to. It stands in for a missing `reaction_sender` only where `is_sender` does not say that it did. */
function findReactor(payload: MessagePayload, people: People): PersonFacts | null {
  if (payload.reaction_sender !== null) return people.reactor;
  return payload.is_sender === null ? people.sender : null;
}

/** Counts as the other side's, unless the body names a message of theirs: then it was us, on another device. */
function toChatRead(payload: ReadPayload, context: Context): Outcome {
  const namesMessage = hasBody(payload) || payload.provider_message_id !== null;
  const { direction, directionBasis } = toDirection(payload, context.account, context.people.sender);
  if (namesMessage && direction === "incoming" && directionBasis !== "assumed") {
    return { outcome: "ignored", reason: "read by ourselves on another device" };
  }
  const about = inChat(payload, context);
  const at = Date.parse(about.at) > Date.parse(about.receivedAt) ? about.receivedAt : about.at;
  return happened({ type: "chat.read", ...about, at });
}

function inChat(payload: MessagePayload | ReadPayload, { account, people, arrival }: Context) {
  const { sequence, receivedAt } = arrival;
  const at = boundedTime(parseStamp(payload.timestamp), receivedAt);
  const chat = toChatFacts(payload, account.provider);
  return { at, sequence, receivedAt, account, chat, people: people.everyone };
}

function bodyOf(payload: MessagePayload, { people, account }: Context): MessageBody {
  return toMessageBody(payload, people.sender, account.provider);
}

function happened(event: ChatEvent): Outcome {
  return { outcome: "event", event };
}
