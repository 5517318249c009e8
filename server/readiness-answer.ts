/** What `/api/ready` tells whom: strangers yes or no, admins the reasons. */
import { isAdmin } from "@/domain/permissions";
import { checkReadiness } from "./health";
import { findSession } from "./team/sessions";

export async function answerReadiness(request: Request): Promise<Response> {
  const readiness = await checkReadiness();
  const status = readiness.isReady ? "ready" : "not ready";
  const headers = { "Cache-Control": "no-store", ...(!readiness.isReady && { "Retry-After": "5" }) };
  const isTold = readiness.database === "ok" && (await isAskedByAdmin(request));
  const body = isTold ? { status, ...readiness } : { status };
  return Response.json(body, { status: readiness.isReady ? 200 : 503, headers });
}

async function isAskedByAdmin(request: Request): Promise<boolean> {
  const session = await findSession(request.headers.get("cookie") ?? "");
  return session !== null && isAdmin(session.user);
}
