import type { Reaction } from "@/domain/inbox";
import { groupReactions } from "@/domain/reaction-groups";

/** Who reacted with what, below the bubble. */
export function ReactionRow({ reactions }: { reactions: readonly Reaction[] }) {
  if (reactions.length === 0) return null;
  return (
    <ul aria-label="Reactions" className="-mt-1.5 flex flex-wrap gap-1 px-2">
      {groupReactions(reactions).map(({ emoji, names, shown }) => (
        <li
          key={emoji}
          title={`${names} reacted ${emoji}`}
          className="border-border bg-surface text-meta flex max-w-full items-center gap-1 rounded-full border px-2 py-0.5"
        >
          <span className="text-preview">{emoji}</span>
          <bdi className="text-muted truncate">{shown}</bdi>
        </li>
      ))}
    </ul>
  );
}
