import type { ReactNode } from "react";
import { Keys } from "@/components/shell/keys";
import { Rail } from "@/components/shell/rail";

type Props = { user: { name: string; email: string; isAdmin: boolean }; csrfToken: string; children: ReactNode };

/** The frame of every page behind the sign-in. */
export function Desk({ user, csrfToken, children }: Props) {
  return (
    <div className="desk bg-surface flex h-dvh flex-col-reverse md:flex-row">
      <Rail user={user} csrfToken={csrfToken} />
      <main className="min-h-0 min-w-0 flex-1">{children}</main>
      <Keys />
    </div>
  );
}
