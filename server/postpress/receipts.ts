/**
 * How far a message got, as a body that carries it whole tells: flags, and a list of who has read it by their ids at the provider.
 * What just happened to it is the event's.
 */
import { boundedTime, type AccountFacts, type ReceiptFacts } from "@/domain/events";
import type { Direction } from "@/domain/inbox";
import { toProvidersPerson } from "./people";
import type { SeenBy } from "./payload";
import { parseStamp } from "./time";

type Told = { delivered: boolean | null; seen: boolean | null; seen_by: SeenBy };
type About = { account: AccountFacts; direction: Direction; receivedAt: string };

/** Whoever has read a message of ours is the other side, so it is read; of theirs others in the group may be the readers. */
export function toReceipts(told: Told, { account, direction, receivedAt }: About): ReceiptFacts {
  const readers = told.seen_by.map(({ id, at }) => {
    const stamp = parseStamp(at);
    return { person: toProvidersPerson(id, account), at: stamp === null ? null : boundedTime(stamp, receivedAt) };
  });
  const isRead = told.seen === true || (direction === "outgoing" && readers.length > 0);
  return { isDelivered: told.delivered === true, isRead, readers };
}
