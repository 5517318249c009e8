"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState, useSyncExternalStore, type KeyboardEvent } from "react";
import { Field } from "@/components/ui/field";

type Props = {
  label: string;
  name: string;
  autoComplete: "current-password" | "new-password";
  hint?: string;
  problem?: string | undefined;
};

const never = () => () => undefined;

/** Can be shown, and says when caps lock is on. Without JavaScript it is a plain password field. */
export function PasswordField({ hint, ...rest }: Props) {
  const hasScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [isShown, setIsShown] = useState(false);
  const [isCaps, setIsCaps] = useState(false);
  const watch = (event: KeyboardEvent) => {
    setIsCaps(event.getModifierState("CapsLock"));
  };
  const Icon = isShown ? EyeOff : Eye;
  const toggle = (
    <button
      type="button"
      aria-pressed={isShown}
      aria-label="Show password"
      onClick={() => {
        setIsShown(!isShown);
      }}
      className="text-muted hover:text-fg rounded-control touch:size-11 inline-flex size-8 flex-none items-center justify-center"
    >
      <Icon size={16} aria-hidden />
    </button>
  );
  return (
    <div>
      <Field
        {...rest}
        {...(hint === undefined ? {} : { hint })}
        type={isShown ? "text" : "password"}
        required
        spellCheck={false}
        autoCapitalize="off"
        onKeyDown={watch}
        onKeyUp={watch}
        end={hasScript ? toggle : null}
      />
      <p role="status" className="text-meta text-warning mt-1 font-medium empty:hidden">
        {isCaps ? "Caps lock is on" : ""}
      </p>
    </div>
  );
}
