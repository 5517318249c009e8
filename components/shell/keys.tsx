"use client";

import { lazy, Suspense, useState } from "react";
import { useCommands } from "@/components/ui/use-commands";

const KeysSheet = lazy(async () => ({ default: (await import("@/components/shell/keys-sheet")).KeysSheet }));

/** Listens for the key that shows the keys; what it shows is loaded then. */
export function Keys() {
  const [isOpen, setIsOpen] = useState(false);
  useCommands({
    "show-keys": () => {
      setIsOpen(true);
    },
  });
  const close = () => {
    setIsOpen(false);
  };
  return isOpen ? (
    <Suspense>
      <KeysSheet onClose={close} />
    </Suspense>
  ) : null;
}
