import { restartAccount } from "@/server/accounts/changes";
import { json, withAdmin } from "@/server/http";

export const POST = withAdmin<{ id: string }>(async ({ request, params }) => {
  await restartAccount(params.id);
  return json({ restarted: true }, request);
});
