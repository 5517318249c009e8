import { checkAccounts } from "@/server/accounts/changes";
import { json, withAdmin } from "@/server/http";
import { listAccounts } from "@/server/inbox/accounts";

export const POST = withAdmin(async ({ request }) => {
  await checkAccounts();
  return json(await listAccounts(), request);
});
