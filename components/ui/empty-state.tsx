import type { ReactNode } from "react";

/** One sentence, one action. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-3 px-6 py-12 text-center">
      <p className="text-body text-fg font-medium">{title}</p>
      {children}
    </div>
  );
}
