import type { ReactNode } from "react";

/** A page of the settings: its name, a sentence, and what it holds. */
export function SettingsPage({ title, intro, children }: { title: string; intro?: string; children: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-[720px] flex-col gap-8 px-5 pt-4 pb-16 md:px-8 md:pt-8">
      <header className="flex flex-col gap-1">
        <h1 className="text-page font-semibold">{title}</h1>
        {intro === undefined ? null : <p className="text-body text-muted">{intro}</p>}
      </header>
      {children}
    </div>
  );
}
