"use client";

import { TriangleAlert } from "lucide-react";
import { useClock } from "@/components/ui/clock";
import { accountNotice } from "@/domain/account-notice";
import type { Account } from "@/domain/inbox";

/** Above the list of an account that does not receive, or does not seem to. */
export function AccountBanner({ account }: { account: Account }) {
  const { now } = useClock();
  const notice = accountNotice(account, now);
  if (notice === null) return null;
  return (
    <div role="status" className="border-border text-preview flex gap-2 border-b px-5 py-2.5">
      <TriangleAlert size={16} aria-hidden className="text-danger mt-px" />
      <p className="text-muted min-w-0">
        <bdi className="text-fg font-medium">{notice.happened}</bdi> {notice.safe} {notice.next}
      </p>
    </div>
  );
}
