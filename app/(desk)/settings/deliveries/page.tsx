import type { Metadata } from "next";
import { Deliveries } from "@/components/settings/deliveries";
import { SettingsPage } from "@/components/settings/settings-page";
import { parseShownState } from "@/domain/delivery-words";
import { requireAdmin } from "@/server/auth";

export const metadata: Metadata = { title: "Deliveries" };

export default async function DeliveriesPage({ searchParams }: PageProps<"/settings/deliveries">) {
  await requireAdmin();
  const { state } = await searchParams;
  const shown = parseShownState(typeof state === "string" ? state : undefined);
  return (
    <SettingsPage title="Deliveries" intro="Every request of postpress as it was kept, and what became of it.">
      <Deliveries key={shown} state={shown} />
    </SettingsPage>
  );
}
