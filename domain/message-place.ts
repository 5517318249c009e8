/**
 * A place in a conversation, as text: the time shown, a space, the vendor's id. Places compare as messages are ordered, and the cursors
 * of a page of messages are places: whoever holds a message can read on from it.
 */
import type { Message } from "./inbox";
import { compareBytes } from "./summary";

type Placed = Pick<Message, "sentAt" | "externalId">;

/** Before every message. */
export const beginning = "0001-01-01T00:00:00.000Z ";

export function placeOf({ sentAt, externalId }: Placed): string {
  return `${sentAt} ${externalId}`;
}

/** Times are all equally long, so that the first difference decides; ids go by their bytes, as in the database. */
export function comparePlaces(left: string, right: string): number {
  const [leftTime, rightTime] = [left.slice(0, beginning.length), right.slice(0, beginning.length)];
  if (leftTime !== rightTime) return leftTime < rightTime ? -1 : 1;
  return compareBytes(left.slice(beginning.length), right.slice(beginning.length));
}

/** The order shown: provider time, then the vendor's id by bytes. */
export function compareShown(left: Placed, right: Placed): number {
  if (left.sentAt !== right.sentAt) return left.sentAt < right.sentAt ? -1 : 1;
  return compareBytes(left.externalId, right.externalId);
}
