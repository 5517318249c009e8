import { Clock3 } from "lucide-react";
import { TimeText } from "@/components/ui/time-text";

const looks = {
  /** in the queue, which is ordered by it */
  first: { text: "text-preview font-semibold", iconPx: 14 },
  beside: { text: "text-meta", iconPx: 12 },
} as const;

/** How long somebody has waited for our answer. */
export function WaitingTime({ since, look }: { since: string | null; look: keyof typeof looks }) {
  if (since === null) return null;
  const { text, iconPx } = looks[look];
  return (
    <span className={`text-warning flex flex-none items-center gap-1 ${text}`} title="Waiting for our answer">
      <Clock3 size={iconPx} aria-hidden />
      <TimeText at={since} as="elapsed" />
    </span>
  );
}
