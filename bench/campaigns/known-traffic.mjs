/** Traffic whose effects are known beforehand: so many messages, unread, reactions and receipts, in so many chats. */

const account = {
  account_id: "campaign",
  account_type: "WHATSAPP",
  account_info: { type: "WHATSAPP", phone_number: "447700900100" },
};
const self = { attendee_id: "self", attendee_name: "Tandem Desk", attendee_provider_id: "90011112222@lid" };

/** Each customer writes into a chat of their own; in every second chat we answer, and they receive, read and like that. */
export function makeKnownTraffic({ prefix, messages, chats = 10 }) {
  const payloads = [];
  const expected = { messages: 0, incoming: 0, delivered: 0, read: 0, reactions: 0, chats: new Set() };
  for (let number = 0; number < messages; number += 1) {
    const place = number % chats;
    const isOurs = place % 2 === 1;
    const message = { prefix, chat: `${prefix}-chat-${place}`, id: `${prefix}-message-${number}`, number, isOurs };
    payloads.push(toPayload("message_received", message));
    expected.messages += 1;
    expected.chats.add(message.chat);
    if (isOurs) {
      payloads.push(
        toPayload("message_delivered", message),
        toPayload("message_read", message),
        toPayload("message_reaction", message),
      );
      for (const effect of ["delivered", "read", "reactions"]) expected[effect] += 1;
    } else expected.incoming += 1;
  }
  return { payloads, expected: { ...expected, chats: expected.chats.size } };
}

const firstMs = Date.parse("2026-03-02T08:00:00.000Z");

/** A whole history of one message: every event once. */
export function makeHistory({ prefix, webhook = "Postroom messages" }) {
  const message = { prefix, chat: `${prefix}-chat`, id: `${prefix}-message`, number: 1, isOurs: true };
  const events = [
    "message_received",
    "message_delivered",
    "message_read",
    "message_reaction",
    "message_edited",
    "message_deleted",
  ];
  return events.map((event, place) => ({ ...toPayload(event, { ...message, number: place }), webhook_name: webhook }));
}

export function toPayload(event, { prefix, chat, id, number, isOurs = false }) {
  const customer = {
    attendee_id: `${chat}-person`,
    attendee_name: `Customer of ${chat}`,
    attendee_provider_id: `${chat}@lid`,
  };
  return {
    event,
    webhook_name: "Postroom messages",
    ...account,
    account_id: `${prefix}-account`,
    timestamp: new Date(firstMs + number * 1000).toISOString(),
    chat_id: chat,
    message_id: id,
    message: `Is number ${number} still for rent?`,
    is_sender: isOurs ? 1 : 0,
    is_group: 0,
    sender: isOurs ? self : customer,
    attendees: [customer],
    attachments:
      event === "message_received" && number % 7 === 0
        ? [{ attachment_id: `${id}-file`, attachment_type: "img", mimetype: "image/jpeg" }]
        : [],
    ...(event === "message_reaction" && { reaction: "👍", reaction_sender: customer }),
  };
}
