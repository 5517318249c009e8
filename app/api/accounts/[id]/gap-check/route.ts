import { askForGap } from "@/server/accounts/changes";
import { json, withAdmin } from "@/server/http";

export const POST = withAdmin<{ id: string }>(async ({ request, params }) => {
  await askForGap(params.id);
  return json({ asked: true }, request);
});
