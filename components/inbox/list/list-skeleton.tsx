/** Rows of the true size; they appear only when the list takes longer than a blink. */
export function ListSkeleton() {
  return (
    <div role="status" aria-label="Loading chats" className="late">
      {[62, 48, 70, 55, 40, 66, 52].map((width, place) => (
        <div key={place} className="flex h-[72px] items-center gap-3 ps-5 pe-4">
          <span className="shimmer size-10 rounded-full" />
          <span className="flex flex-1 flex-col gap-2">
            <span className="shimmer h-3" style={{ width: `${String(width)}%` }} />
            <span className="shimmer h-3 w-4/5" />
          </span>
        </div>
      ))}
    </div>
  );
}
