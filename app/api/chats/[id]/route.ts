import { json, withUser } from "@/server/http";
import { getChat } from "@/server/inbox/chats";

export const GET = withUser<{ id: string }>(async ({ request, params }) => json(await getChat(params.id), request));
