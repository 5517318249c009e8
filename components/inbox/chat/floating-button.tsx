import type { ComponentProps } from "react";

const looks = {
  news: "bg-accent text-accent-fg border-transparent",
  quiet: "border-border bg-surface text-muted hover:text-fg",
} as const;

type Props = ComponentProps<"button"> & { look: keyof typeof looks };

/** A pill that floats over the conversation. */
export function FloatingButton({ look, className = "", ...rest }: Props) {
  return (
    <button
      type="button"
      className={`shadow-float touch:min-h-11 text-preview absolute z-20 flex min-h-8 items-center gap-1.5 rounded-full border px-3 font-medium ${looks[look]} ${className}`}
      {...rest}
    />
  );
}
