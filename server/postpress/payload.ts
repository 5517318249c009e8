/**
 * The vendor's shapes, as tolerant as live traffic asks: unknown keys are ignored, both key sets of attachments are read, a lone
 * object counts as a list of one. Types only; what the fields mean is said in to-event.ts and beside it.
 */
import { z } from "zod";
import { isObject } from "./body";
import {
  amount,
  described,
  flag,
  id,
  objectOrNull,
  reaction,
  requiredId,
  strictFlag,
  text,
  webAddress,
  words,
} from "./fields";

const mostAttachments = 1000;
const mostAttendees = 5000;
const mostReaders = 5000;

const person = {
  attendee_id: id,
  attendee_name: words,
  attendee_provider_id: id,
  attendee_profile_url: webAddress,
  attendee_public_identifier: id,
  attendee_specifics: described({ phone_number: words, lid: id, member_urn: id, public_identifier: id }),
};

const attachment = z.object(
  {
    attachment_id: id,
    id: id,
    attachment_type: words,
    type: words,
    mimetype: words,
    attachment_name: words,
    file_name: words,
    attachment_size: amount,
    file_size: amount,
    size: described({ width: amount, height: amount }),
    duration: amount,
    sticker: flag,
    voice_note: flag,
    gif: flag,
    unavailable: flag,
    attachment_url: webAddress,
    url: webAddress,
  },
  { error: "is not an object" },
);

export const attachments = z.preprocess(
  (value) => {
    if (isObject(value)) return [value];
    return value === undefined || value === null || value === "" ? [] : value;
  },
  z.array(attachment, { error: "is not a list" }).max(mostAttachments, `holds more than ${mostAttachments} entries`),
);

/** Entries that are no objects stay in their places, so that the paths of problems are right. */
const attendees = z.preprocess(
  (value) => {
    const list: unknown[] = Array.isArray(value) ? value : [value];
    return list.slice(0, mostAttendees).map((entry) => (isObject(entry) ? entry : {}));
  },
  z.array(z.object(person)),
);

const folders = z
  .unknown()
  .optional()
  .transform((value): string[] => {
    const list: unknown[] = Array.isArray(value) ? value : [value];
    return list.filter((entry) => typeof entry === "string");
  });

export type SeenBy = readonly { id: string; at: string | null }[];

/** `{ [provider's id]: true or a time }`; whoever has anything else beside the id has not read it. */
export const seenBy = z
  .unknown()
  .optional()
  .transform((value): SeenBy => {
    const told = isObject(value) ? Object.entries(value).slice(0, mostReaders) : [];
    return told.flatMap(([key, at]) => {
      const known = id.safeParse(key).data ?? null;
      const isReader = at === true || at === 1 || (typeof at === "string" && at !== "");
      return known !== null && isReader ? [{ id: known, at: typeof at === "string" ? at : null }] : [];
    });
  });

export const quoted = described({ message_id: id, id: id, sender_id: id, text: words });

const messaging = {
  account_id: requiredId,
  account_type: words,
  account_info: described({ type: words, feature: words, user_id: id, phone_number: words }),
  chat_id: requiredId,
  provider_chat_id: id,
  provider_message_id: id,
  timestamp: words,
  message: text,
  message_type: words,
  is_sender: strictFlag,
  is_group: flag,
  is_event: flag,
  event_type: amount,
  hidden: flag,
  delivered: flag,
  seen: flag,
  seen_by: seenBy,
  subject: words,
  folder: folders,
  quoted,
  sender: objectOrNull(person),
  attendees,
  attachments,
  reaction,
  reaction_sender: objectOrNull(person),
};

/** What every event of a message carries. */
export const messagePayload = z.object({ ...messaging, message_id: requiredId });

/** A read without `message_id` speaks of the whole chat. */
export const readPayload = z.object({ ...messaging, message_id: id });

export const accountStatusPayload = z.object({
  AccountStatus: z.object(
    { account_id: requiredId, account_type: words, message: requiredId },
    { error: "is not an object" },
  ),
});

export type MessagePayload = z.infer<typeof messagePayload>;
export type ReadPayload = z.infer<typeof readPayload>;
export type PersonPayload = z.infer<typeof attendees>[number];
export type AttachmentPayload = z.infer<typeof attachment>;
