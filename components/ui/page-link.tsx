"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { ComponentProps, MouseEvent } from "react";

type Props = Omit<ComponentProps<"a">, "href" | "target"> & {
  href: Route;
  /** where the next page is this one with other contents */
  keepsScroll?: boolean;
};

const isPlainClick = (event: MouseEvent) => !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

/** Goes to another of our pages without loading everything anew. The router's own link also reads pages ahead, and weighs 4 kB for it. */
export function PageLink({ href, keepsScroll = false, onClick, ...rest }: Props) {
  const router = useRouter();
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (!isPlainClick(event)) return;
    event.preventDefault();
    router.push(href, { scroll: !keepsScroll });
  };
  return <a {...rest} href={href} onClick={go} />;
}
