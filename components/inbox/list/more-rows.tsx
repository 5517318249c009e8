import type { More } from "@/components/inbox/list/use-more";
import { SkeletonRow } from "@/components/inbox/list/skeleton-row";
import type { Density } from "@/components/inbox/list/row-height";
import { Button } from "@/components/ui/button";

/** Behind the last row, while the list goes on. */
export function MoreRows({ more, density }: { more: More; density: Density }) {
  if (!more.isWanted) return null;
  if (!more.hasFailed) {
    return (
      <div role="status" aria-label="Loading more chats" className="late">
        <SkeletonRow density={density} widthPercent={55} />
      </div>
    );
  }
  return (
    <div role="alert" className="flex flex-col items-center gap-2 px-5 py-4 text-center">
      <p className="text-preview text-muted">More chats could not be loaded.</p>
      <Button onClick={more.load}>Try again</Button>
    </div>
  );
}
