/** The deliveries of the vendor's contract as tests read them, word for word, and how they read them. People, numbers and ids are invented. */
import type { InboxEvent, MessageBody } from "@/domain/events";
import { toEvent } from "./to-event";
import type { Reading } from "./outcome";

/** The vendor page's own sample. */
export const sample = {
  event: "message_received",
  webhook_name: "Webhook demo",
  timestamp: "2023-09-24T13:49:07.965Z",
  account_id: "dfXlh46vQYCsMbVarumWlg",
  account_type: "LINKEDIN",
  account_info: { type: "LINKEDIN", feature: "classic", user_id: "ACoAAAcDMMQBODyLwZrRcgYhrkCafURGqva0U4E" },
  chat_id: "R8J-xM9WX7eoHLp6gSVtWQ",
  message_id: "ykmhfXlRW0W_cqReJYrfBw",
  message: "Hello World!",
  sender: {
    attendee_id: "C8zaRZTlVcmfnke_Vai4Gg",
    attendee_name: "Kim postpress",
    attendee_provider_id: "ACoAAAcDMMQBODyLwZrRcgYhrkCafURGqva0U4E",
    attendee_profile_url: "https://www.linkedin.com/in/ACoAAAcDMMQBODyLwZrRcgYhrkCafURGqva0U4E/",
  },
  attendees: [
    {
      attendee_id: "12Siz1Vcmfnke_Vai4Gg",
      attendee_name: "Bastien postpress",
      attendee_provider_id: "AA1212sqqsMQBODyLwZrRcgYhrkCafURGqva0U4E",
      attendee_profile_url: "https://www.linkedin.com/in/ACoAAAcDMMQBODyLwZrRcgYhrkCafURGqva0U4E/",
    },
  ],
  attachments: [
    {
      id: "2-MTY5MzQ3ODM0MTgxOWI4MDA4My0wMDMmNjg2M2E2MTgtNjM2Yi01OWNkLWFjNmQtYjE3Y2NjNTU5ZWZkXzAxMw==",
      type: "img",
      mimetype: "image/jpeg",
      size: { height: "150", width: "150" },
      sticker: false,
      unavailable: false,
      url: "att://iWfwCtGXSr288YQm5MbWVaeGtYNHQyaEZQcVpPbW5PdGNsQQ==",
    },
    {
      id: "2-SECOND_ATTACHMENT_ID_EXAMPLE",
      type: "img",
      mimetype: "image/png",
      size: { height: "1080", width: "1920" },
      sticker: false,
      unavailable: false,
      url: "att://SECOND_ATTACHMENT_URL_EXAMPLE",
    },
  ],
  reaction: "😄",
  reaction_sender: {
    attendee_id: "C8zaRZTlVcmfnke_Vai4Gg",
    attendee_name: "Kim postpress",
    attendee_provider_id: "ACoAAAcDMMQBODyLwZrRcgYhrkCafURGqva0U4E",
    attendee_profile_url: "https://www.linkedin.com/in/ACoAAAcDMMQBODyLwZrRcgYhrkCafURGqva0U4E/",
  },
};

/** Ruth asks, with a photo. */
export const messageReceived = {
  event: "message_received",
  webhook_name: "Postroom messages",
  account_id: "wa-7Qd1",
  account_type: "WHATSAPP",
  timestamp: "2026-03-02T08:15:30.120Z",
  account_info: { type: "WHATSAPP", phone_number: "15550100" },
  chat_id: "chat-Lm42",
  provider_chat_id: "90017765432@lid",
  message_id: "msg-a1",
  provider_message_id: "3EB0C0FFEE01",
  message: "Is the blue tandem still for rent?",
  message_type: "MESSAGE",
  is_sender: 0,
  is_group: 0,
  is_event: 0,
  hidden: 0,
  subject: null,
  quoted: null,
  sender: {
    attendee_id: "att-ruth",
    attendee_name: "Ruth Amadi",
    attendee_provider_id: "90017765432@lid",
    attendee_profile_url: "",
    attendee_public_identifier: "15550123@s.whatsapp.net",
    attendee_specifics: { provider: "WHATSAPP", phone_number: "+15550123", lid: "90017765432@lid" },
  },
  attendees: [
    {
      attendee_id: "att-ruth",
      attendee_name: "Ruth Amadi",
      attendee_provider_id: "90017765432@lid",
      attendee_profile_url: "",
    },
  ],
  attachments: [
    {
      attachment_id: "ph-1",
      attachment_type: "img",
      attachment_name: "tandem.jpg",
      attachment_size: "48213",
      mimetype: "image/jpeg",
      unavailable: false,
    },
  ],
};

/** Ruth likes our answer. */
export const reactionSet = {
  event: "message_reaction",
  account_id: "wa-7Qd1",
  account_type: "WHATSAPP",
  chat_id: "chat-Lm42",
  message_id: "msg-a2",
  timestamp: "2026-03-02T08:19:02.000Z",
  message: "Yes, from noon.",
  is_sender: 1,
  sender: { attendee_id: "att-desk", attendee_name: "Tandem Desk", attendee_provider_id: "90011112222@lid" },
  reaction: "👍",
  reaction_sender: { attendee_id: "att-ruth", attendee_name: "Ruth Amadi", attendee_provider_id: "90017765432@lid" },
};

/** She takes it back. */
export const reactionRemoved = {
  event: "message_reaction",
  account_id: "wa-7Qd1",
  account_type: "WHATSAPP",
  chat_id: "chat-Lm42",
  message_id: "msg-a2",
  timestamp: "2026-03-02T08:21:40.000Z",
  message: "Yes, from noon.",
  is_sender: 1,
  reaction: "",
  reaction_sender: { attendee_id: "att-ruth", attendee_name: "Ruth Amadi", attendee_provider_id: "90017765432@lid" },
};

/** She has read it. */
export const messageRead = {
  event: "message_read",
  account_id: "wa-7Qd1",
  account_type: "WHATSAPP",
  chat_id: "chat-Lm42",
  message_id: "msg-a2",
  is_sender: 1,
  timestamp: "2026-03-02T08:18:40.000Z",
};

/** A whole chat was read. */
export const chatRead = {
  event: "message_read",
  account_id: "ig-3Rp8",
  account_type: "INSTAGRAM",
  chat_id: "chat-Ig07",
  timestamp: "2026-03-02T09:00:00.000Z",
};

/** An edit. */
export const messageEdited = {
  event: "message_edited",
  account_id: "tg-5Bn2",
  account_type: "TELEGRAM",
  chat_id: "chat-Tg11",
  message_id: "msg-t9",
  message: "Saturday at 10, not 9",
  is_sender: 0,
  timestamp: "2026-03-02T10:04:11.500Z",
};

/** A withdrawal. */
export const messageDeleted = {
  event: "message_deleted",
  account_id: "tg-5Bn2",
  account_type: "TELEGRAM",
  chat_id: "chat-Tg11",
  message_id: "msg-t9",
  message: null,
  is_sender: 0,
  timestamp: "2026-03-02T10:06:00.000Z",
};

/** A delivery. */
export const messageDelivered = {
  event: "message_delivered",
  account_id: "wa-7Qd1",
  account_type: "WHATSAPP",
  chat_id: "chat-Lm42",
  message_id: "msg-a2",
  is_sender: 1,
  timestamp: "2026-03-02T08:18:05.000Z",
};

/** An account asks to be connected again. */
export const accountStatus = {
  AccountStatus: { account_id: "wa-7Qd1", account_type: "WHATSAPP", message: "CREDENTIALS" },
};

/** Hosted sign-in calls another address with this. */
export const hostedSignIn = { status: "RECONNECTED", account_id: "wa-7Qd1", name: "one-time-token-6f2c" };

/** When every one of them arrives. */
export const receivedAt = "2026-03-02T08:20:00.000Z";

/** A text is read as it stands, anything else as its JSON. */
export function read(payload: unknown): Reading {
  return readBytes(Buffer.from(typeof payload === "string" ? payload : JSON.stringify(payload)));
}

export function readBytes(body: Uint8Array): Reading {
  return toEvent({ sequence: 7, receivedAt, body, contentType: "application/json" });
}

export function eventOf(payload: unknown): InboxEvent {
  const reading = read(payload);
  if (reading.outcome !== "event") throw new Error(`expected an event, got ${JSON.stringify(reading)}`);
  return reading.event;
}

export function bodyOf(payload: unknown): MessageBody {
  const event = eventOf(payload);
  if (!("body" in event) || event.body === null) throw new Error(`expected a body, got ${JSON.stringify(event)}`);
  return event.body;
}

export function problemsOf(payload: unknown): string[] {
  const reading = read(payload);
  if (reading.outcome !== "quarantined") throw new Error(`expected problems, got ${JSON.stringify(reading)}`);
  return reading.problems.map(({ path, message }) => `${path}: ${message}`);
}
