import { listActivity } from "@/server/accounts/activity";
import { json, withAdmin } from "@/server/http";

export const GET = withAdmin(async ({ request }) => json(await listActivity(), request));
