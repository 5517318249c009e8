/** What one event says of how a message reads: the body, how strong it is, when it counts, and where it places the message. */
import type { MessageBody, MessageEvent, MessageFetched, Stamp } from "./events";
import { bodyRanks, type BodyRank } from "./state";

export type ToldBody = Stamp & {
  body: MessageBody;
  rank: BodyRank;
  /** the message's place in the order shown; for good, or until somebody who knows tells */
  placedAt: string | null;
  provisionalAt: string | null;
  /** it is news to the team; what we asked for ourselves is none, unless it was missed */
  isArrival: boolean;
};

/** Null when the event carries no body. The text of a withdrawal is ignored, whatever it holds. */
export function bodyToldBy(event: MessageEvent): ToldBody | null {
  const body = event.type === "message.deleted" ? null : event.body;
  if (body === null) return null;
  const { at, sequence } = event;
  switch (event.type) {
    case "message.received":
      return { body, at, sequence, rank: bodyRanks.received, placedAt: at, provisionalAt: null, isArrival: true };
    case "message.edited":
      return { body, at, sequence, rank: bodyRanks.edited, placedAt: null, provisionalAt: at, isArrival: true };
    case "message.fetched":
      return fetchedBody(event, body);
    case "message.deleted":
    case "message.delivered":
    case "message.read":
    case "reaction.set":
    case "reaction.removed":
      return { body, at, sequence, rank: bodyRanks.carried, placedAt: null, provisionalAt: at, isArrival: false };
  }
}

/**
 * Unedited it is what was received, read again; edited it is the text of when it was asked for. Of a deleted one nobody knows whether
 * the text still is what people read: it shows only where there is no other.
 */
function fetchedBody(event: MessageFetched, body: MessageBody): ToldBody {
  const { at, sequence, sentAt, isEdited, isDeleted, isMissed } = event;
  const placed = { placedAt: sentAt, provisionalAt: sentAt === null ? at : null, isArrival: isMissed };
  if (isDeleted) {
    return { ...placed, body, at, sequence, rank: bodyRanks.carried, placedAt: null, provisionalAt: sentAt ?? at };
  }
  if (isEdited) return { ...placed, body, at, sequence, rank: bodyRanks.foundEdited };
  return { ...placed, body, at: sentAt ?? at, sequence, rank: bodyRanks.received };
}
