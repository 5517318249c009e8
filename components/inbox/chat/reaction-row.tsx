import { Check } from "lucide-react";
import { Hint } from "@/components/ui/hint";
import { Popover } from "@/components/ui/popover";
import type { Reaction } from "@/domain/inbox";
import { groupReactions, ourselvesFirst, reactorName, type ReactionGroup } from "@/domain/reaction-groups";

/** Enough to know who; the rest is a number. */
const mostListed = 100;

type Opener = Parameters<Parameters<typeof Popover>[0]["trigger"]>[0];

/** Ours has a sign and a thicker edge beside its colour. */
function Pill({ group, opener }: { group: ReactionGroup; opener: Opener }) {
  const { emoji, count, isOurs, who, shown } = group;
  const look = isOurs ? "border-accent bg-selected border-2 px-[7px]" : "border-border bg-surface border px-2";
  return (
    <Hint words={`${who} reacted ${emoji}`} className="max-w-full">
      {(described) => (
        <button
          type="button"
          {...opener}
          {...described}
          className={`text-meta touch:after:absolute touch:after:inset-x-0 touch:after:-inset-y-2 hover:bg-raised relative flex h-7 max-w-full items-center gap-1 rounded-full transition-colors ${look}`}
        >
          <span className="text-preview max-w-40 truncate">{emoji}</span>
          {isOurs ? <Check size={12} aria-hidden className="text-accent" /> : null}
          {count > 1 ? <span className="text-fg font-medium tabular-nums">{count}</span> : null}
          {shown === "" ? null : <bdi className="text-muted truncate">{shown}</bdi>}
        </button>
      )}
    </Hint>
  );
}

function People({ reactions }: { reactions: readonly Reaction[] }) {
  const people = ourselvesFirst(reactions);
  const rest = people.length - mostListed;
  return (
    <ul className="scroll-thin max-h-64 max-w-72 min-w-40 overflow-y-auto py-1">
      {people.slice(0, mostListed).map((reaction) => (
        <li
          key={`${reaction.attendee.id} ${reaction.emoji}`}
          className="text-preview flex items-center gap-2 px-2 py-1"
        >
          <span className="w-6 flex-none truncate text-center">{reaction.emoji}</span>
          <bdi className="min-w-0 truncate">{reactorName(reaction)}</bdi>
        </li>
      ))}
      {rest > 0 ? <li className="text-preview text-muted px-2 py-1">and {rest} more</li> : null}
    </ul>
  );
}

/** Who reacted with what, below the bubble. */
export function ReactionRow({ reactions }: { reactions: readonly Reaction[] }) {
  if (reactions.length === 0) return null;
  return (
    <Popover
      label="Reactions"
      edge="below-start"
      trigger={(opener) => (
        <ul aria-label="Reactions" className="-mt-1.5 flex max-w-full flex-wrap gap-1 px-2">
          {groupReactions(reactions).map((group) => (
            <li key={group.emoji} className="max-w-full">
              <Pill group={group} opener={opener} />
            </li>
          ))}
        </ul>
      )}
    >
      <People reactions={reactions} />
    </Popover>
  );
}
