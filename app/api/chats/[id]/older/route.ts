import { loadOlder } from "@/server/history/older";
import { json, withUser } from "@/server/http";

export const POST = withUser<{ id: string }>(async ({ request, params }) => json(await loadOlder(params.id), request));
