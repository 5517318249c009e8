"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { PageLink } from "@/components/ui/page-link";

type Props = {
  href: "/inbox" | "/settings/webhook" | "/settings/account";
  section: string;
  name: string;
  children: ReactNode;
};

export function RailLink({ href, section, name, children }: Props) {
  const isHere = usePathname().startsWith(section);
  return (
    <PageLink
      href={href}
      aria-label={name}
      aria-current={isHere ? "page" : undefined}
      data-tip={name}
      className={`tip tip-side rounded-control touch:size-11 flex size-9 items-center justify-center transition-colors ${isHere ? "bg-selected text-fg" : "text-muted hover:bg-raised hover:text-fg"}`}
    >
      {children}
    </PageLink>
  );
}
