import { createLink, linkWanted } from "@/server/accounts/links";
import { json, readJson, withAdmin } from "@/server/http";

export const POST = withAdmin(async ({ request, session }) =>
  json(await createLink(await readJson(request, linkWanted), session.user.id), request),
);
