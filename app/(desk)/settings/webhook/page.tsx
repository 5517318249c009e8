import type { Metadata } from "next";
import { SettingsPage } from "@/components/settings/settings-page";
import { WebhookSettings } from "@/components/settings/webhook-settings";
import { requireAdmin } from "@/server/auth";
import { getWebhook } from "@/server/inbox/webhook";
import { isVendorConfigured } from "@/server/postpress/client";

export const metadata: Metadata = { title: "Webhook" };

export default async function WebhookPage() {
  await requireAdmin();
  return (
    <SettingsPage
      title="Webhook"
      intro="postpress posts every message here, from every account that you connected there."
    >
      <WebhookSettings webhook={await getWebhook()} hasApi={isVendorConfigured()} />
    </SettingsPage>
  );
}
