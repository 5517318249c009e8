import type { ChatPage } from "@/domain/inbox";
import { chatsUrl, type ChatFilter } from "@/domain/inbox-address";

/** Where each page of the list is read, given the one before; shared with the server, whose first page has the same key. */
export function chatPageKey(filter: ChatFilter) {
  return (_index: number, previous: ChatPage | null): string | null => {
    if (previous === null) return chatsUrl(filter, null);
    return previous.nextCursor === null ? null : chatsUrl(filter, previous.nextCursor);
  };
}
