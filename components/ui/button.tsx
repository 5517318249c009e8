import type { ComponentProps } from "react";

const looks = {
  primary: "bg-accent text-accent-fg hover:opacity-90 border-transparent",
  plain: "bg-surface text-fg border-border-strong hover:bg-raised",
  quiet: "text-muted hover:text-fg hover:bg-raised border-transparent",
  danger: "bg-surface text-danger border-border-strong hover:bg-raised",
} as const;

const shape =
  "text-body touch:min-h-11 inline-flex min-h-8 items-center justify-center gap-2 rounded-control border px-3 py-1 font-medium transition-colors disabled:opacity-60";

type Props = ComponentProps<"button"> & { look?: keyof typeof looks };

export function Button({ look = "plain", className = "", type = "button", ...rest }: Props) {
  return <button type={type} className={`${shape} ${looks[look]} ${className}`} {...rest} />;
}
