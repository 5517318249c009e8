import { isAdmin } from "@/domain/permissions";
import { json, withUser } from "@/server/http";
import { getMessageHistory } from "@/server/inbox/message-history";

export const GET = withUser<{ id: string; messageId: string }>(async ({ request, params, session }) =>
  json(await getMessageHistory(params.id, params.messageId, isAdmin(session.user)), request),
);
