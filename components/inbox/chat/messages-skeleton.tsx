const widths = [44, 58, 36, 50, 28] as const;

export function MessagesSkeleton() {
  return (
    <div
      role="status"
      aria-label="Loading messages"
      className="late mx-auto flex min-h-0 w-full max-w-[720px] flex-1 flex-col justify-end gap-3 overflow-hidden px-4 pb-6"
    >
      {widths.map((width, place) => (
        <span
          key={width}
          className={`shimmer rounded-bubble h-10 ${place % 2 === 0 ? "self-start" : "self-end"}`}
          style={{ width: `${String(width)}%` }}
        />
      ))}
    </div>
  );
}
