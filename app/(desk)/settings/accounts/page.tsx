import type { Metadata } from "next";
import { Accounts } from "@/components/settings/accounts/accounts";
import { SettingsPage } from "@/components/settings/settings-page";
import { requireAdmin } from "@/server/auth";
import { listAccounts } from "@/server/inbox/accounts";
import { isVendorConfigured } from "@/server/postpress/client";

export const metadata: Metadata = { title: "Accounts" };

export default async function AccountsPage({ searchParams }: PageProps<"/settings/accounts">) {
  await requireAdmin();
  const { signIn } = await searchParams;
  const hasApi = isVendorConfigured();
  return (
    <SettingsPage title="Accounts" intro="Each identity that is connected at a network, and how it is.">
      <Accounts
        accounts={await listAccounts()}
        hasApi={hasApi}
        signIn={signIn === "done" || signIn === "failed" ? signIn : null}
      />
    </SettingsPage>
  );
}
