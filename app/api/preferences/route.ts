import { json, readJson, withUser } from "@/server/http";
import { getPreferences, preferencesChange, putPreferences } from "@/server/team/preferences";

export const GET = withUser(async ({ request, session }) => json(await getPreferences(session.user.id), request));

export const PUT = withUser(async ({ request, session }) =>
  json(await putPreferences(session.user.id, await readJson(request, preferencesChange)), request),
);
