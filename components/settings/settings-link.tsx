"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { PageLink } from "@/components/ui/page-link";

type Props = {
  href:
    "/settings/accounts" | "/settings/webhook" | "/settings/deliveries" | "/settings/keyboard" | "/settings/account";
  children: ReactNode;
};

export function SettingsLink({ href, children }: Props) {
  const isHere = usePathname() === href;
  return (
    <PageLink
      href={href}
      aria-current={isHere ? "page" : undefined}
      className={`rounded-control touch:min-h-11 flex min-h-8 flex-none items-center px-2 font-medium outline-offset-[-2px] transition-colors ${isHere ? "bg-selected text-fg" : "text-muted hover:bg-raised hover:text-fg"}`}
    >
      {children}
    </PageLink>
  );
}
