"use client";

import { useMemo, useSyncExternalStore } from "react";
import { formatInboxAddress, parseInboxAddress, withChat, type InboxAddress } from "@/domain/inbox-address";

const changed = new EventTarget();

function subscribe(onChange: () => void): () => void {
  changed.addEventListener("change", onChange);
  window.addEventListener("popstate", onChange);
  return () => {
    changed.removeEventListener("change", onChange);
    window.removeEventListener("popstate", onChange);
  };
}

const openedFromList = "isOpenedFromList";

function isOpenedFromList(): boolean {
  const state: unknown = window.history.state;
  return typeof state === "object" && state !== null && openedFromList in state;
}

/** What the address bar says now, for whoever acts and does not draw. */
export function addressHere(): InboxAddress {
  return parseInboxAddress(new URLSearchParams(window.location.search));
}

/** Writes the address without asking the server. */
export function goTo(address: InboxAddress, state: Record<string, true> = {}): void {
  window.history.pushState(state, "", formatInboxAddress(address));
  changed.dispatchEvent(new Event("change"));
}

/** From the list it is a step that "back" undoes. */
export function openChat(address: InboxAddress, chatId: string): void {
  if (address.chatId === chatId) return;
  goTo(withChat(address, chatId), address.chatId === null ? { [openedFromList]: true } : {});
}

export function closeChat(address: InboxAddress): void {
  if (isOpenedFromList()) window.history.back();
  else goTo(withChat(address, null));
}

/** The address bar is the one place that knows the filters and the open chat. */
export function useAddress(searchAtStart: string): InboxAddress {
  const search = useSyncExternalStore(
    subscribe,
    () => window.location.search,
    () => searchAtStart,
  );
  return useMemo(() => parseInboxAddress(new URLSearchParams(search)), [search]);
}
