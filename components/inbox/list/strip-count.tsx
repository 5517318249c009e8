import { badgeCount } from "@/domain/measures";

/** On the corner of an avatar, cut out of what it lies on. */
export function StripCount({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className="bg-accent text-accent-fg ring-surface text-meta absolute -end-0.5 -top-0.5 flex h-4 min-w-4 items-center justify-center rounded-full px-1 font-semibold tabular-nums ring-2">
      {badgeCount(count)}
    </span>
  );
}
