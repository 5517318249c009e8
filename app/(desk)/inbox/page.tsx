import type { Metadata } from "next";
import { unstable_serialize } from "swr/infinite";
import { Inbox } from "@/components/inbox/inbox";
import { chatPageKey } from "@/components/inbox/list/chat-page-key";
import { Polling } from "@/components/ui/polling";
import { UnreadSign } from "@/components/ui/unread-sign";
import {
  accountsUrl,
  chatUrl,
  messagesUrl,
  parseInboxAddress,
  toChatsQuery,
  type ChatFilter,
  type InboxAddress,
} from "@/domain/inbox-address";
import { requireUser } from "@/server/auth";
import { env } from "@/server/env";
import { Refusal } from "@/server/http";
import { listAccounts } from "@/server/inbox/accounts";
import { chatsQuery } from "@/server/inbox/chat-pages";
import { getChat, listChats } from "@/server/inbox/chats";
import { messagesQuery } from "@/server/inbox/message-pages";
import { listMessages } from "@/server/inbox/messages";

export const metadata: Metadata = { title: "Inbox" };

export default async function InboxPage({ searchParams }: PageProps<"/inbox">) {
  await requireUser();
  const search = toSearch(await searchParams);
  const address = parseInboxAddress(search);
  const parts = await Promise.all([firstPage(address), openChat(address), listAccounts()]);
  const [chats, chat, accounts] = parts;
  return (
    <Polling fallback={{ ...chats, ...chat, [accountsUrl]: accounts }}>
      <UnreadSign />
      <Inbox searchAtStart={`?${search.toString()}`} webhookUrl={`${env().publicUrl}/api/webhooks/postpress`} />
    </Polling>
  );
}

/** The browser's keys, with what the browser would read; nothing for an address that the route would refuse, which then says so. */
async function firstPage(filter: ChatFilter): Promise<Record<string, unknown>> {
  const query = chatsQuery.safeParse(toChatsQuery(filter));
  return query.success ? { [unstable_serialize(chatPageKey(filter))]: [await listChats(query.data)] } : {};
}

async function openChat({ chatId }: InboxAddress): Promise<Record<string, unknown>> {
  if (chatId === null) return {};
  try {
    const [chat, messages] = await Promise.all([getChat(chatId), listMessages(chatId, messagesQuery.parse({}))]);
    return { [chatUrl(chatId)]: chat, [messagesUrl(chatId, null)]: messages };
  } catch (error) {
    if (error instanceof Refusal) return {};
    throw error;
  }
}

function toSearch(parameters: Record<string, string | string[] | undefined>): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) search.set(name, first);
  }
  return search;
}
