import type { MouseEvent } from "react";
import { Button } from "@/components/ui/button";

type Props = { look: "plain" | "quiet"; name: string; onRetry: () => void };

/** Goes with the failure it stands in; what is tried again takes over the focus. */
export function RetryButton({ look, name, onRetry }: Props) {
  const press = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    currentTarget.closest<HTMLElement>("[data-attachment]")?.focus();
    onRetry();
  };
  return (
    <Button
      look={look}
      aria-label={`Try again: ${name}`}
      onClick={press}
      className={`text-preview ${look === "quiet" ? "px-1" : ""}`}
    >
      Try again
    </Button>
  );
}
