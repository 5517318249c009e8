import { checkWebhooks } from "@/server/accounts/webhooks";
import { json, withAdmin } from "@/server/http";

export const GET = withAdmin(async ({ request }) => json(await checkWebhooks(), request));
