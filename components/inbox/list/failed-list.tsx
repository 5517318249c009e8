import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ProblemError } from "@/components/ui/problem-error";
import { sentence } from "@/domain/file-measures";

export function FailedList({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const reason = error instanceof ProblemError ? error.title : "Something went wrong.";
  return (
    <div role="alert">
      <EmptyState title="The chats could not be loaded">
        <p className="text-preview text-muted">{sentence(reason)}</p>
        <Button onClick={onRetry}>Try again</Button>
      </EmptyState>
    </div>
  );
}
