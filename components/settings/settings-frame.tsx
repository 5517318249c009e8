import type { ReactNode } from "react";
import { SettingsLink } from "@/components/settings/settings-link";
import { Polling } from "@/components/ui/polling";
import { UnreadSign } from "@/components/ui/unread-sign";

/** The settings beside their table of contents; on a phone below it. */
export function SettingsFrame({ isAdmin, children }: { isAdmin: boolean; children: ReactNode }) {
  return (
    <div className="bg-surface flex h-full min-h-0 flex-col md:flex-row">
      <nav
        aria-label="Settings"
        className="border-border flex flex-none flex-col gap-1 border-b px-3 pb-2 md:w-[220px] md:border-e md:border-b-0"
      >
        <p className="text-name flex h-14 flex-none items-center px-2 font-semibold">Settings</p>
        <div className="flex gap-1 overflow-x-auto md:flex-col">
          {isAdmin ? <SettingsLink href="/settings/accounts">Accounts</SettingsLink> : null}
          {isAdmin ? <SettingsLink href="/settings/webhook">Webhook</SettingsLink> : null}
          {isAdmin ? <SettingsLink href="/settings/deliveries">Deliveries</SettingsLink> : null}
          <SettingsLink href="/settings/keyboard">Keyboard</SettingsLink>
          <SettingsLink href="/settings/account">Your account</SettingsLink>
        </div>
      </nav>
      <div className="scroll-thin min-h-0 min-w-0 flex-1 overflow-y-auto">
        <Polling fallback={{}}>
          <UnreadSign />
          {children}
        </Polling>
      </div>
    </div>
  );
}
