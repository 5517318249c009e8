"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useCommands } from "@/components/ui/use-commands";

const KeysSheet = dynamic(() => import("@/components/shell/keys-sheet").then((file) => file.KeysSheet));

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
  return isOpen ? <KeysSheet onClose={close} /> : null;
}
