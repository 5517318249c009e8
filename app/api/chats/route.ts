import { json, readQuery, withUser } from "@/server/http";
import { chatsQuery, listChats } from "@/server/inbox/chats";

export const GET = withUser(async ({ request }) => json(await listChats(readQuery(request, chatsQuery)), request));
