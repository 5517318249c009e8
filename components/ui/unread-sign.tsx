"use client";

import { useEffect } from "react";
import useSWR from "swr";
import { unreadWithin } from "@/domain/filter-counts";
import type { Account } from "@/domain/inbox";
import { accountsUrl, wholeInbox } from "@/domain/inbox-address";
import { countedTitle } from "@/domain/measures";

const unreadIcon = "/icons/unread.svg";

/** Only what differs is written, or the observer would hear of its own work for ever. */
function write(count: number): void {
  const title = countedTitle(document.title, count);
  if (document.title !== title) document.title = title;
  for (const link of document.head.querySelectorAll<HTMLLinkElement>('link[rel="icon"]')) {
    link.dataset.read ??= link.href;
    const icon = new URL(count > 0 ? unreadIcon : link.dataset.read, document.baseURI).href;
    if (link.href !== icon) link.href = icon;
  }
}

/** A page that comes later brings its own title and icon. */
function keepWritten(count: number): () => void {
  const observer = new MutationObserver(() => {
    write(count);
  });
  write(count);
  observer.observe(document.head, { childList: true, subtree: true, characterData: true });
  return () => {
    observer.disconnect();
  };
}

async function showOnApp(count: number): Promise<void> {
  if (!("setAppBadge" in navigator)) return;
  try {
    await (count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge());
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // not installed, or the system does not allow it
  }
}

/** How much of the whole inbox is unread, for who looks elsewhere: in the tab's title and icon, and on the installed app. */
export function UnreadSign() {
  const accounts = useSWR<{ items: Account[] }, unknown>(accountsUrl).data?.items;
  const count = accounts && unreadWithin(accounts, wholeInbox);
  useEffect(() => (count === undefined ? undefined : keepWritten(count)), [count]);
  useEffect(() => {
    if (count !== undefined) void showOnApp(count);
  }, [count]);
  useEffect(() => {
    return () => {
      write(0);
    };
  }, []);
  return null;
}
