"use client";

import { Suspense, useState, type ReactNode } from "react";
import { railPlace, railWord } from "@/components/shell/rail-look";
import { Popover } from "@/components/ui/popover";

type Props = {
  /** what it is called below its sign on a phone, and as a panel */
  label: string;
  /** what its button is called */
  name: string;
  tip?: string;
  className: string;
  look: string;
  sign: ReactNode;
  /** what it holds; loaded when somebody comes near */
  children: ReactNode;
};

/** A button of the rail that opens a panel beside itself. */
export function RailMenu({ label, name, tip = name, className, look, sign, children }: Props) {
  const [isNear, setIsNear] = useState(false);
  const approach = () => {
    setIsNear(true);
  };
  return (
    <Popover
      label={label}
      edge="beside"
      className={className}
      onOpen={approach}
      trigger={(attributes) => (
        <button
          type="button"
          aria-label={name}
          data-tip={tip}
          className={`${railPlace} text-muted hover:text-fg ${look}`}
          onPointerEnter={approach}
          onFocus={approach}
          {...attributes}
        >
          {sign}
          <span aria-hidden className={railWord}>
            {label}
          </span>
        </button>
      )}
    >
      {isNear ? <Suspense>{children}</Suspense> : null}
    </Popover>
  );
}
