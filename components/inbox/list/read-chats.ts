import { fetchJson } from "@/components/ui/fetch-json";
import type { ChatPage } from "@/domain/inbox";
import { chatsUrl, type ChatFilter } from "@/domain/inbox-address";
import { isJoined, listOf, withPage, type ChatList, type PageRead } from "@/domain/list-pages";

/** Reading the list and reading on, loaded with the first poll: what a page needs to be drawn is there before. */

/** After a long absence: more pages of news than this are read where they are looked at. */
const newestPages = 4;
const lookedAtRows = 100;

export type Reading = { filter: ChatFilter; known: () => ChatList | null; lookedAt: string | null };

async function readPage(filter: ChatFilter, after: string | null, limit: number | null = null): Promise<PageRead> {
  return { after, page: await fetchJson<ChatPage>(chatsUrl(filter, after, limit)) };
}

/** News that did not fit on the newest page. */
async function readMissed(filter: ChatFilter, known: ChatList, newest: PageRead): Promise<PageRead[]> {
  const reads: PageRead[] = [];
  let last = newest;
  while (reads.length < newestPages - 1 && last.page.nextCursor !== null && !isJoined(known, last.page)) {
    last = await readPage(filter, last.page.nextCursor);
    reads.push(last);
  }
  return reads;
}

/** The newest page, what was missed since, and what is looked at: the cost does not grow with what is known. */
export async function readAgain({ filter, known, lookedAt }: Reading): Promise<ChatList> {
  const newest = await readPage(filter, null);
  const before = known();
  const missed = before === null ? [] : await readMissed(filter, before, newest);
  const seen = lookedAt === null ? [] : [await readPage(filter, lookedAt, lookedAtRows)];
  const now = known() ?? listOf(chatsUrl(filter, null), filter.view, newest.page);
  return [newest, ...missed, ...seen].reduce(withPage, now);
}

/** The page behind a place, as what it makes of the list. */
export async function readBehind(
  filter: ChatFilter,
  after: string,
  limit: number,
): Promise<(list: ChatList) => ChatList> {
  const read = await readPage(filter, after, limit);
  return (list) => withPage(list, read);
}
