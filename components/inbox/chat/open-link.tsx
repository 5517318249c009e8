import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";

type Props = { href: string; className?: string; children: ReactNode };

/** Leads out of Postroom, into a page of its own that learns nothing of this one. */
export function OpenLink({ href, className = "", children }: Props) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className={`text-accent touch:min-h-11 inline-flex min-h-6 items-center gap-1 font-medium hover:underline ${className}`}
    >
      {children}
      <ExternalLink size={12} aria-hidden />
    </a>
  );
}
