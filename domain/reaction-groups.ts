/** Reactions of one message as they are shown: one group an emoji, with who. */
import type { Reaction } from "./inbox";

export type ReactionGroup = {
  emoji: string;
  /** everybody, in full */
  names: string;
  /** what fits on a pill: up to two first names, else the first and a count */
  shown: string;
};

const nameOf = ({ attendee, isSelf }: Reaction) => (isSelf ? "You" : attendee.name);
const firstWord = (name: string) => name.trim().split(/\s+/u)[0] ?? name;

function pillWords(names: readonly string[]): string {
  const [first = "", second] = names.map(firstWord);
  if (second === undefined) return first;
  return names.length === 2 ? `${first}, ${second}` : `${first} +${String(names.length - 1)}`;
}

export function groupReactions(reactions: readonly Reaction[]): ReactionGroup[] {
  const byEmoji = new Map<string, string[]>();
  for (const reaction of reactions)
    byEmoji.set(reaction.emoji, [...(byEmoji.get(reaction.emoji) ?? []), nameOf(reaction)]);
  return Array.from(byEmoji, ([emoji, names]) => ({ emoji, names: names.join(", "), shown: pillWords(names) }));
}
