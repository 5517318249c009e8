/** What a network, retries and a reconnection do to an orderly stream: repeats, swaps and bursts, by seeded chance. */
import type { Random } from "./random";

/** Each item may come a second time, a few places later. */
export function withRepeats<Item>(items: readonly Item[], share: number, random: Random): Item[] {
  const repeated = items.flatMap((item, place) => {
    const repeat = { item, place: place + random.integer(1, 8) };
    return random.chance(share) ? [{ item, place }, repeat] : [{ item, place }];
  });
  return repeated.sort((a, b) => a.place - b.place).map(({ item }) => item);
}

/** Nobody moves further than `reach` places. */
export function shuffledNearby<Item>(items: readonly Item[], reach: number, random: Random): Item[] {
  return items
    .map((item, place) => ({ item, rank: place + random.next() * reach }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** Runs `send` for all items in order, at most `width` at a time; what a reconnection does with the events of its gap. */
export async function inBurst<Item>(items: Iterable<Item>, width: number, send: (item: Item) => Promise<unknown>) {
  const iterator = items[Symbol.iterator]();
  const queue = { [Symbol.iterator]: () => iterator }; // shared by the workers
  const worker = async () => {
    for (const item of queue) await send(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
