import type { Density } from "@/components/inbox/list/row-height";
import { SkeletonRow } from "@/components/inbox/list/skeleton-row";

/** Rows of the true size; they appear only when the list takes longer than a blink. */
export function ListSkeleton({ density }: { density: Density }) {
  return (
    <div role="status" aria-label="Loading chats" className="late">
      {[62, 48, 70, 55, 40, 66, 52].map((widthPercent, place) => (
        <SkeletonRow key={place} density={density} widthPercent={widthPercent} />
      ))}
    </div>
  );
}
