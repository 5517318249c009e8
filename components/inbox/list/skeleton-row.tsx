import { rowHeightRem, type Density } from "@/components/inbox/list/row-height";

/** A row of the true size, before its chat is there. */
export function SkeletonRow({ density, widthPercent }: { density: Density; widthPercent: number }) {
  return (
    <div className="flex items-center gap-3 ps-5 pe-4" style={{ height: `${String(rowHeightRem[density])}rem` }}>
      <span className={`shimmer flex-none rounded-full ${density === "compact" ? "size-7" : "size-10"}`} />
      <span className="flex flex-1 flex-col gap-2">
        <span className="shimmer h-3" style={{ width: `${String(widthPercent)}%` }} />
        <span className="shimmer h-3 w-4/5" />
      </span>
    </div>
  );
}
