/** What a person copies into the vendor's webhook, and when it last delivered. Holds the secret: for admins alone. */
import { db } from "../db";
import { env } from "../env";
import { apiWord } from "../postpress/outcome";

export type Webhook = { url: string; headerName: string; secret: string; lastDeliveryAt: string | null };

export async function getWebhook(): Promise<Webhook> {
  const { publicUrl, POSTPRESS_WEBHOOK_HEADER, POSTPRESS_WEBHOOK_SECRET } = env();
  const isPosted = { OR: [{ event: null }, { NOT: { event: { startsWith: apiWord } } }] };
  const last = await db().delivery.findFirst({
    where: isPosted,
    orderBy: { id: "desc" },
    select: { receivedAt: true },
  });
  return {
    url: `${publicUrl}/api/webhooks/postpress`,
    headerName: POSTPRESS_WEBHOOK_HEADER,
    secret: POSTPRESS_WEBHOOK_SECRET[0] ?? "",
    lastDeliveryAt: last?.receivedAt.toISOString() ?? null,
  };
}
