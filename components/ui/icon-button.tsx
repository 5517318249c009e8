import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"button">, "aria-label"> & { name: string; shownKey?: string };

/** An icon alone always has a name, and a tooltip that shows it with its key. */
export function IconButton({ name, shownKey, className = "", ...rest }: Props) {
  const tip = shownKey === undefined ? name : `${name} · ${shownKey}`;
  return (
    <button
      type="button"
      aria-label={name}
      data-tip={tip}
      className={`tip touch:size-11 text-muted hover:text-fg hover:bg-raised rounded-control inline-flex size-8 flex-none items-center justify-center transition-colors disabled:opacity-50 ${className}`}
      {...rest}
    />
  );
}
