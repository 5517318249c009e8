import { removeAccount } from "@/server/accounts/changes";
import { json, withAdmin } from "@/server/http";

export const DELETE = withAdmin<{ id: string }>(async ({ request, params }) => {
  await removeAccount(params.id);
  return json({ removed: true }, request);
});
