import { CircleAlert, CircleCheck } from "lucide-react";
import type { ReactNode } from "react";

const looks = {
  problem: { Icon: CircleAlert, colour: "text-danger", role: "alert" },
  success: { Icon: CircleCheck, colour: "text-success", role: "status" },
} as const;

/** A sentence about how it went. */
export function Notice({ look, children }: { look: keyof typeof looks; children: ReactNode }) {
  const { Icon, colour, role } = looks[look];
  return (
    <p
      role={role}
      className="border-border bg-raised rounded-control text-preview flex items-start gap-2 border px-3 py-2"
    >
      <Icon size={16} aria-hidden className={`${colour} mt-px`} />
      <span className="min-w-0">{children}</span>
    </p>
  );
}
