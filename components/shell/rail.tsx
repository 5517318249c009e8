import { Inbox, Settings } from "lucide-react";
import { RailLink } from "@/components/shell/rail-link";
import { ThemeMenu } from "@/components/shell/theme-menu";
import { UserMenu } from "@/components/shell/user-menu";
import { BrandMark } from "@/components/ui/brand-mark";

type Props = { user: { name: string; email: string; isAdmin: boolean }; csrfToken: string };

/** Beside the list on wide screens, below it on a phone, where it steps aside for an open chat. */
export function Rail({ user, csrfToken }: Props) {
  return (
    <header className="rail border-border bg-bg flex flex-none items-center justify-around gap-1 border-t px-2 pt-1.5 pb-[max(6px,env(safe-area-inset-bottom))] md:w-14 md:flex-col md:justify-start md:border-e md:border-t-0 md:px-0 md:py-2.5">
      <span className="hidden size-9 items-center justify-center md:mb-3 md:flex">
        <BrandMark sizePx={26} />
      </span>
      <nav aria-label="Postroom" className="contents md:flex md:flex-col md:gap-1">
        <RailLink href="/inbox" section="/inbox" name="Inbox">
          <Inbox size={20} aria-hidden />
        </RailLink>
        <RailLink href={user.isAdmin ? "/settings/webhook" : "/settings/account"} section="/settings" name="Settings">
          <Settings size={20} aria-hidden />
        </RailLink>
      </nav>
      <span className="hidden flex-1 md:block" />
      <ThemeMenu />
      <UserMenu name={user.name} email={user.email} csrfToken={csrfToken} />
    </header>
  );
}
