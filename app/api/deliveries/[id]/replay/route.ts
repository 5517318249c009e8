import { json, withAdmin } from "@/server/http";
import { replay } from "@/server/inbox/deliveries";

export const POST = withAdmin<{ id: string }>(async ({ request, params }) => json(await replay(params.id), request));
