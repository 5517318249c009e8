import type { ReactNode } from "react";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { isAdmin } from "@/domain/permissions";
import { requireUser } from "@/server/auth";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  return <SettingsFrame isAdmin={isAdmin(await requireUser())}>{children}</SettingsFrame>;
}
