import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ProblemError } from "@/components/ui/problem-error";

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
