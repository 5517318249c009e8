"use client";

import { useEffect, useEffectEvent } from "react";
import { toKeyPress } from "@/components/ui/key-press";
import { usePreferences } from "@/components/ui/preferred";
import { commandFor, type Command } from "@/domain/shortcuts";

type Commands = Partial<Record<Command, () => void>>;

/** An open menu has its own keys, Escape above all. */
const isMenuOpen = () => document.querySelector('[popover]:popover-open:not([role="tooltip"]), dialog[open]') !== null;

/** Runs what the table of keys names; what is not given here belongs to somebody else. */
export function useCommands(commands: Commands): void {
  const { hasLetterKeys } = usePreferences().preferences;
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isMenuOpen()) return;
    const command = commandFor(toKeyPress(event), { place: "everywhere", hasLetterKeys });
    const run = command === null ? undefined : commands[command];
    if (!run) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    window.addEventListener("keydown", press);
    return () => {
      window.removeEventListener("keydown", press);
    };
  }, []);
}
