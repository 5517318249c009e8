import { json, withUser } from "@/server/http";
import { askAboutMessage } from "@/server/inbox/ask-about-message";

export const POST = withUser<{ id: string; messageId: string }>(async ({ request, params }) =>
  json({ asked: await askAboutMessage(params.id, params.messageId) }, request),
);
