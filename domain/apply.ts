/**
 * The heart: one event on one state gives the next state. Any order and any repetition of applying the same events ends in
 * the same state; the rules behind each case stand in messages, reactions, receipts and attendees.
 */
import {
  newAccount,
  newAttendee,
  newChat,
  withAccountFacts,
  withAccountNews,
  withChatFacts,
  withMember,
  withOwnName,
  withPersonFacts,
} from "./attendees";
import { membersOf, peopleOf, type ChatEvent, type InboxEvent, type MessageEvent } from "./events";
import { announcedMessage, withBodyOf, withDeletion, withEdit } from "./messages";
import { withListedReactions, withReaction } from "./reactions";
import { withChatRead, withDelivered, withRead, withReceipts } from "./receipts";
import { attendeeKey, chatKey, withEntry, type ChatMemory, type InboxMemory, type MessageMemory } from "./state";

/** Never throws, never touches its arguments; the parts that did not change are the same objects as before. */
export function apply(inbox: InboxMemory, event: InboxEvent): InboxMemory {
  const known = withAccount(inbox, event);
  switch (event.type) {
    case "message.received":
    case "message.edited":
    case "message.deleted":
    case "message.delivered":
    case "message.read":
    case "reaction.set":
    case "reaction.removed":
    case "message.fetched":
      return withChat(known, event, (chat) => withMessage(chat, event));
    case "chat.read":
      return withChat(known, event, (chat) => withChatRead(chat, event));
    case "chat.fetched":
      return withChat(known, event, (chat) => chat);
    case "account.changed":
    case "account.fetched":
      return known;
  }
}

function applyToMessage(message: MessageMemory, event: MessageEvent): MessageMemory {
  const bodied = withReceipts(withBodyOf(message, event), event.receipts);
  switch (event.type) {
    case "message.received":
      return bodied;
    case "message.edited":
      return withEdit(bodied, event.at);
    case "message.deleted":
      return withDeletion(bodied, event.at);
    case "message.delivered":
      return withDelivered(bodied, event.at);
    case "message.read":
      return withRead(bodied, event.at);
    case "reaction.set":
    case "reaction.removed":
      return withReaction(bodied, event);
    case "message.fetched":
      return withListedReactions(event.isDeleted ? withDeletion(bodied, event.at) : bodied, event);
  }
}

function withMessage(chat: ChatMemory, event: MessageEvent): ChatMemory {
  const known = chat.messages.get(event.messageId);
  const message = applyToMessage(known ?? announcedMessage(event.messageId, event.receivedAt), event);
  return message === known ? chat : { ...chat, messages: withEntry(chat.messages, event.messageId, message) };
}

function withAccount(inbox: InboxMemory, event: InboxEvent): InboxMemory {
  const { externalId } = event.account;
  const account = withAccountFacts(inbox.accounts.get(externalId) ?? newAccount(externalId), event.account, event);
  const changed = withAccountNews(account, event);
  const self = peopleOf(event).filter((person) => person.isSelf);
  const named = self.reduce((all, person) => withOwnName(all, person, event), changed);
  const accounts = withEntry(inbox.accounts, externalId, named);
  return accounts === inbox.accounts ? inbox : { ...inbox, accounts };
}

function withChat(inbox: InboxMemory, event: ChatEvent, change: (chat: ChatMemory) => ChatMemory): InboxMemory {
  const accountId = event.account.externalId;
  const key = chatKey(accountId, event.chat.externalId);
  const known = inbox.chats.get(key) ?? newChat(accountId, event.chat.externalId);
  const people = peopleOf(event);
  const described = withChatFacts(known, event.chat, event);
  const joined = membersOf(event).reduce(
    (chat, person) => withMember(chat, person.externalId, event.sequence),
    described,
  );
  const chats = withEntry(inbox.chats, key, change(joined));
  const attendees = people.reduce((all, person) => {
    const keyOfPerson = attendeeKey(accountId, person.externalId);
    const before = all.get(keyOfPerson) ?? newAttendee(accountId, person.externalId);
    return withEntry(all, keyOfPerson, withPersonFacts(before, person, event));
  }, inbox.attendees);
  return chats === inbox.chats && attendees === inbox.attendees ? inbox : { ...inbox, chats, attendees };
}
