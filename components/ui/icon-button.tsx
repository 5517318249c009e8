"use client";

import type { ComponentProps } from "react";
import { usePreferences } from "@/components/ui/preferred";
import { shownKeyOf, type Command } from "@/domain/shortcuts";

type Props = Omit<ComponentProps<"button">, "aria-label"> & { name: string; command?: Command };

/** An icon alone always has a name, and a tooltip that shows it with the key of its command, while that works. */
export function IconButton({ name, command, className = "", ...rest }: Props) {
  const { hasLetterKeys } = usePreferences().preferences;
  const key = command === undefined ? undefined : shownKeyOf(command, hasLetterKeys);
  const tip = key === undefined ? name : `${name} · ${key}`;
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
