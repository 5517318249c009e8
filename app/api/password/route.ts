import { json, readJson, withUser } from "@/server/http";
import { passwordChange, putPassword } from "@/server/team/password-change";

export const POST = withUser(async ({ request, session }) => {
  await putPassword(await readJson(request, passwordChange), { session, request });
  return json({ changed: true }, request);
});
