import type { Metadata } from "next";
import { LetterKeys } from "@/components/settings/letter-keys";
import { SettingsPage } from "@/components/settings/settings-page";
import { KeyList } from "@/components/ui/key-list";
import { requireUser } from "@/server/auth";

export const metadata: Metadata = { title: "Keyboard" };

export default async function KeyboardPage() {
  await requireUser();
  return (
    <SettingsPage
      title="Keyboard"
      intro="Nothing fires while you type. Without Latin letters on the keys, their place counts."
    >
      <LetterKeys />
      <section className="flex flex-col gap-3" aria-labelledby="keys">
        <h2 id="keys" className="text-name font-semibold">
          Keys that work
        </h2>
        <KeyList />
      </section>
    </SettingsPage>
  );
}
