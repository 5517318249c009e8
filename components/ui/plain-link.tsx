import type { ReactNode } from "react";

type Props = { href: string; children: ReactNode };

/** A link that loads a whole page: where the pages around it are few, it spares every other page the router's link. */
export function PlainLink({ href, children }: Props) {
  return (
    <a href={href} className="text-accent font-medium underline-offset-4 hover:underline">
      {children}
    </a>
  );
}
