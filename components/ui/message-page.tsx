import type { ReactNode } from "react";
import { BrandMark } from "@/components/ui/brand-mark";

/** A page that has nothing but a sentence and a way on. */
export function MessagePage({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="bg-bg flex min-h-dvh flex-col items-center justify-center gap-4 px-6 text-center">
      <BrandMark sizePx={32} />
      <h1 className="text-display font-semibold">{title}</h1>
      <p className="text-body text-muted max-w-[48ch]">{text}</p>
      <div className="mt-2">{children}</div>
    </div>
  );
}
