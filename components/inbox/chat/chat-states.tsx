import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ProblemError } from "@/components/ui/fetch-json";

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

export function FailedChat({ error, onRetry, onBack }: { error: unknown; onRetry: () => void; onBack: () => void }) {
  const isGone = error instanceof ProblemError && error.status === 404;
  return (
    <div role="alert" className="flex flex-1 items-center justify-center">
      <EmptyState title={isGone ? "There is no such chat here" : "The messages could not be loaded"}>
        <p className="text-preview text-muted">
          {isGone
            ? "The link may be old, or the chat was cleared."
            : error instanceof ProblemError
              ? `${error.title}.`
              : "Something went wrong."}
        </p>
        <Button onClick={isGone ? onBack : onRetry}>{isGone ? "Back to the list" : "Try again"}</Button>
      </EmptyState>
    </div>
  );
}
