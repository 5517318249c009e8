import type { Metadata } from "next";
import { headers } from "next/headers";
import { PasswordForm } from "@/components/settings/password-form";
import { SettingsPage } from "@/components/settings/settings-page";
import { SignOutForm } from "@/components/settings/sign-out-form";
import { requireUser } from "@/server/auth";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const { name, email, role } = await requireUser();
  const csrfToken = (await headers()).get("x-postroom-csrf") ?? "";
  return (
    <SettingsPage title="Your account" intro={`${name} · ${email} · ${role}`}>
      <section className="flex flex-col gap-4" aria-labelledby="password">
        <h2 id="password" className="text-name font-semibold">
          Password
        </h2>
        <PasswordForm />
      </section>
      <section className="flex flex-col gap-4" aria-labelledby="session">
        <h2 id="session" className="text-name font-semibold">
          This session
        </h2>
        <SignOutForm csrfToken={csrfToken} />
      </section>
    </SettingsPage>
  );
}
