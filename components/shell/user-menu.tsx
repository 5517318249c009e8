"use client";

import { LogOut, UserRound } from "lucide-react";
import { railPlace, railWord } from "@/components/shell/rail-look";
import { PageLink } from "@/components/ui/page-link";
import { Popover } from "@/components/ui/popover";
import { initials } from "@/domain/measures";

type Props = { name: string; email: string; csrfToken: string };

const line =
  "rounded-control hover:bg-raised touch:min-h-11 flex min-h-8 w-full items-center gap-2 px-2 py-1 text-start outline-offset-[-2px]";

export function UserMenu({ name, email, csrfToken }: Props) {
  return (
    <Popover
      label="You"
      edge="beside"
      className="w-60"
      trigger={(attributes) => (
        <button
          type="button"
          aria-label={`You, ${name}`}
          data-tip={name}
          className={`${railPlace} text-muted hover:text-fg md:rounded-full`}
          {...attributes}
        >
          <span className="bg-selected text-fg md:text-meta flex size-5 items-center justify-center rounded-full text-[0.625rem] leading-none font-semibold md:size-7">
            {initials(name)}
          </span>
          <span aria-hidden className={railWord}>
            You
          </span>
        </button>
      )}
    >
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
    </Popover>
  );
}
