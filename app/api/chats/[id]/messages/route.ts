import { json, readQuery, withUser } from "@/server/http";
import { messagesQuery } from "@/server/inbox/message-pages";
import { listMessages } from "@/server/inbox/messages";

export const GET = withUser<{ id: string }>(async ({ request, params }) =>
  json(await listMessages(params.id, readQuery(request, messagesQuery)), request),
);
