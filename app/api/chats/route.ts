import { json, readQuery, withUser } from "@/server/http";
import { chatsQuery } from "@/server/inbox/chat-pages";
import { listChats } from "@/server/inbox/chats";

export const GET = withUser(async ({ request }) => json(await listChats(readQuery(request, chatsQuery)), request));
