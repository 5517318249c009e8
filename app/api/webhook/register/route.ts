import { registerWebhooks } from "@/server/accounts/webhooks";
import { json, withAdmin } from "@/server/http";

export const POST = withAdmin(async ({ request }) => json(await registerWebhooks(), request));
