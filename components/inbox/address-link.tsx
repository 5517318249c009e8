"use client";

import type { ComponentProps, MouseEvent } from "react";
import { goTo } from "@/components/inbox/use-address";
import { formatInboxAddress, type InboxAddress } from "@/domain/inbox-address";

type Props = Omit<ComponentProps<"a">, "href" | "onClick"> & {
  address: InboxAddress;
  isChosen: boolean;
  /** after this page has gone there */
  onGone?: (link: HTMLAnchorElement) => void;
};

/** Changes the address without asking the server; a real link, so that it can be copied and opened elsewhere. */
export function AddressLink({ address, isChosen, onGone, ...rest }: Props) {
  const choose = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    goTo(address);
    onGone?.(event.currentTarget);
  };
  return (
    <a href={formatInboxAddress(address)} onClick={choose} aria-current={isChosen ? "true" : undefined} {...rest} />
  );
}
