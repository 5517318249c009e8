import { json, readQuery, withAdmin } from "@/server/http";
import { deliveriesQuery, listDeliveries } from "@/server/inbox/deliveries";

export const GET = withAdmin(async ({ request }) =>
  json(await listDeliveries(readQuery(request, deliveriesQuery)), request),
);
