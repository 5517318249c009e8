/** Reactions of one message as they are shown: one group an emoji, with how many and who. */
import type { Reaction } from "./inbox";
import { firstName, peopleWords } from "./people-words";

export type ReactionGroup = {
  emoji: string;
  count: number;
  /** one of them is ours */
  isOurs: boolean;
  /** who, in few words: "Ana Ribeiro, Ben Osei and 3 others" */
  who: string;
  /** on the pill: up to two first names; empty for more, where the count speaks */
  shown: string;
};

export const reactorName = ({ attendee, isSelf }: Reaction) => (isSelf ? "You" : attendee.name);

/** In the order in which each emoji first came. */
export function groupReactions(reactions: readonly Reaction[]): ReactionGroup[] {
  const byEmoji = new Map<string, Reaction[]>();
  for (const one of reactions) byEmoji.set(one.emoji, [...(byEmoji.get(one.emoji) ?? []), one]);
  return Array.from(byEmoji, ([emoji, group]) => {
    const names = ourselvesFirst(group).map(reactorName);
    const shown = names.length > 2 ? "" : names.map(firstName).join(", ");
    return { emoji, count: group.length, isOurs: names[0] === "You", who: peopleWords(names), shown };
  });
}

export function ourselvesFirst(reactions: readonly Reaction[]): Reaction[] {
  return [...reactions].sort((one, other) => Number(other.isSelf) - Number(one.isSelf));
}
