import { withAnyone } from "@/server/http";

/** The process lives; nothing else is asked. */
export const GET = withAnyone(() =>
  Promise.resolve(Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } })),
);
