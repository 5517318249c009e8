import { json, readJson, withUser } from "@/server/http";
import { putReadMark, readMark } from "@/server/inbox/read-marks";

export const PUT = withUser<{ id: string }>(async ({ request, params }) => {
  const { messageId } = await readJson(request, readMark);
  return json(await putReadMark(params.id, messageId), request);
});
