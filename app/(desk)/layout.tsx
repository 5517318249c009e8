import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { Desk } from "@/components/shell/desk";
import { Clock } from "@/components/ui/clock";
import { Preferred } from "@/components/ui/preferred";
import { ProviderMarks } from "@/components/ui/provider-marks";
import { isAdmin } from "@/domain/permissions";
import { parseZone } from "@/domain/calendar-days";
import { requireUser } from "@/server/auth";
import { getPreferences } from "@/server/team/preferences";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const user = await requireUser();
  const csrfToken = (await headers()).get("x-postroom-csrf") ?? "";
  const zone = parseZone((await cookies()).get("zone")?.value);
  return (
    <Clock start={{ now: new Date().toISOString(), zone }}>
      <ProviderMarks />
      <Preferred start={await getPreferences(user.id)}>
        <Desk user={{ name: user.name, email: user.email, isAdmin: isAdmin(user) }} csrfToken={csrfToken}>
          {children}
        </Desk>
      </Preferred>
    </Clock>
  );
}
