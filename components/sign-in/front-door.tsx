import type { ReactNode } from "react";
import { BrandMark } from "@/components/ui/brand-mark";

/** The frame of the pages before the sign-in. */
export function FrontDoor({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="bg-bg flex min-h-dvh items-center justify-center px-4 py-12">
      <div className="border-border bg-surface rounded-card w-full max-w-[400px] border p-6 sm:p-8">
        <div className="mb-6 flex items-center gap-3">
          <BrandMark sizePx={28} />
          <h1 className="text-page font-semibold">{title}</h1>
        </div>
        {children}
      </div>
    </main>
  );
}
