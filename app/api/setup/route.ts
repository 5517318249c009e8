import { json, readJson, withAnyone } from "@/server/http";
import { setupBody, setUp } from "@/server/team/setup";
import { sessionCookie } from "@/server/team/session-cookie";
import { startSession } from "@/server/team/sessions";

export const POST = withAnyone(async (request) => {
  const userId = await setUp(await readJson(request, setupBody));
  const response = json({ id: userId }, request);
  const signInId = await startSession(userId);
  if (signInId) response.headers.append("Set-Cookie", await sessionCookie({ sub: userId, signInId }));
  return response;
});
