import { withAdmin } from "@/server/http";
import { getWebhook } from "@/server/inbox/webhook";

/** Carries the secret, so nobody keeps a copy. */
export const GET = withAdmin(async () =>
  Response.json(await getWebhook(), { headers: { "Cache-Control": "no-store" } }),
);
