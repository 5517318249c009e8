import { json, withAdmin } from "@/server/http";
import { clearTestEvents, sendTestEvent } from "@/server/inbox/test-event";

export const POST = withAdmin(async ({ request }) => json(await sendTestEvent(), request));

export const DELETE = withAdmin(async ({ request }) => {
  await clearTestEvents();
  return json({ cleared: true }, request);
});
