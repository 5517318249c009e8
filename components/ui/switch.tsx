"use client";

import { useId } from "react";

type Props = { label: string; hint: string; isOn: boolean; onChange: (isOn: boolean) => void };

/** Something that is on or off at once, without a button to confirm. */
export function Switch({ label, hint, isOn, onChange }: Props) {
  const id = useId();
  return (
    <label className="flex items-start gap-4">
      <span className="min-w-0 flex-1">
        <span id={`${id}-label`} className="block font-medium">
          {label}
        </span>
        <span id={`${id}-hint`} className="text-preview text-muted mt-0.5 block">
          {hint}
        </span>
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-hint`}
        checked={isOn}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
        className="switch"
      />
    </label>
  );
}
