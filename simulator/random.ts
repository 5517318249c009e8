/** Chance with a seed: the same seed gives the same story, so what a test or a person saw can be seen again. */
export type Random = {
  /** 0 ≤ x < 1 */
  next(): number;
  /** both ends included */
  integer(from: number, to: number): number;
  chance(share: number): boolean;
  pick<Item>(list: readonly Item[]): Item;
  shuffle<Item>(list: readonly Item[]): Item[];
  /** an id that looks like the vendor's: 22 characters of base64url */
  id(): string;
};

const idAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

export function createRandom(seed: string): Random {
  const next = createGenerator(hash(seed));
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const shuffle = <Item>(list: readonly Item[]): Item[] =>
    list
      .map((item) => ({ item, rank: next() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ item }) => item);
  return {
    next,
    integer,
    shuffle,
    chance: (share) => next() < share,
    pick: (list) => at(list, integer(0, list.length - 1)),
    id: () => Array.from({ length: 22 }, () => idAlphabet.charAt(integer(0, 63))).join(""),
  };
}

function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

/** mulberry32 */
function createGenerator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** FNV-1a */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const unit of text) value = Math.imul(value ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
