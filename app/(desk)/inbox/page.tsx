import type { Metadata } from "next";
import { cookies } from "next/headers";
import { Inbox } from "@/components/inbox/inbox";
import { Polling } from "@/components/ui/polling";
import { UnreadSign } from "@/components/ui/unread-sign";
import {
  accountsUrl,
  chatsUrl,
  chatUrl,
  openingUrl,
  parseInboxAddress,
  toChatsQuery,
  type ChatFilter,
  type InboxAddress,
} from "@/domain/inbox-address";
import { listOf } from "@/domain/list-pages";
import { parseListWidth } from "@/domain/list-width";
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
      <Inbox
        searchAtStart={`?${search.toString()}`}
        webhookUrl={`${env().publicUrl}/api/webhooks/postpress`}
        listWidthPx={parseListWidth((await cookies()).get("listWidth")?.value)}
      />
    </Polling>
  );
}

/** The browser's keys, with what the browser would read; nothing for an address that the route would refuse, which then says so. */
async function firstPage(filter: ChatFilter): Promise<Record<string, unknown>> {
  const query = chatsQuery.safeParse(toChatsQuery(filter));
  if (!query.success) return {};
  const of = chatsUrl(filter, null);
  return { [of]: listOf(of, filter.view, await listChats(query.data)) };
}

async function openChat({ chatId, messageId }: InboxAddress): Promise<Record<string, unknown>> {
  if (chatId === null) return {};
  try {
    const opening = messagesQuery.parse({ around: messageId ?? "unread" });
    const [chat, messages] = await Promise.all([getChat(chatId), listMessages(chatId, opening)]);
    return { [chatUrl(chatId)]: chat, [openingUrl(chatId, messageId)]: messages };
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
