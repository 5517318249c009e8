import { fetchJson } from "@/components/ui/fetch-json";
import { ProblemError } from "@/components/ui/problem-error";
import type { ChatPage } from "@/domain/inbox";
import { chatsUrl, type ChatFilter } from "@/domain/inbox-address";

/**
 * The first unread chat behind a place, in the order of the list and within its filters; then from the top. The server knows, also beyond
 * what was read; when it cannot be asked, there is none.
 */
export async function findUnread(filter: ChatFilter, after: string | null): Promise<string | null> {
  try {
    const { items } = await fetchJson<ChatPage>(chatsUrl({ ...filter, isUnread: true }, after, 1));
    const [first] = items;
    if (first) return first.id;
    return after === null ? null : await findUnread(filter, null);
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}
