import { accountLook, putLook } from "@/server/accounts/looks";
import { json, readJson, withAdmin } from "@/server/http";

export const PUT = withAdmin<{ id: string }>(async ({ request, params }) =>
  json(await putLook(params.id, await readJson(request, accountLook)), request),
);
