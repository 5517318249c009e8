"use client";

import { LogOut, UserRound } from "lucide-react";
import { PageLink } from "@/components/ui/page-link";

const line =
  "rounded-control hover:bg-raised touch:min-h-11 flex min-h-8 w-full items-center gap-2 px-2 py-1 text-start outline-offset-[-2px]";

export function UserChoices({ name, email, csrfToken }: { name: string; email: string; csrfToken: string }) {
  return (
    <>
      <div className="border-border mb-1 border-b px-2 pt-1 pb-2">
        <bdi className="block truncate font-medium">{name}</bdi>
        <span className="text-meta text-muted block truncate">{email}</span>
      </div>
      <PageLink href="/settings/account" className={line}>
        <UserRound size={16} aria-hidden className="text-muted" />
        Your account
      </PageLink>
      <form method="post" action="/api/auth/signout">
        <input type="hidden" name="csrfToken" value={csrfToken} />
        <input type="hidden" name="callbackUrl" value="/login" />
        <button type="submit" className={line}>
          <LogOut size={16} aria-hidden className="text-muted" />
          Sign out
        </button>
      </form>
    </>
  );
}
