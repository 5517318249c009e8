import { badgeCount } from "@/domain/measures";

export function UnreadCount({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className="bg-accent text-accent-fg text-meta flex h-[18px] min-w-[18px] flex-none items-center justify-center rounded-full px-[5px] font-semibold tabular-nums">
      {badgeCount(count)}
    </span>
  );
}
