"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { railPlace, railWord } from "@/components/shell/rail-look";
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
      className={`${railPlace} ${isHere ? "bg-selected text-fg" : "text-muted hover:bg-raised hover:text-fg"}`}
    >
      {children}
      <span aria-hidden className={railWord}>
        {name}
      </span>
    </PageLink>
  );
}
