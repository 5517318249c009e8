"use client";

import { useEffect, useEffectEvent } from "react";
import { isMenuOpen, toKeyPress } from "@/components/ui/key-press";
import { usePreferences } from "@/components/ui/preferred";
import { commandFor, type Command } from "@/domain/shortcuts";

type Commands = Partial<Record<Command, () => void>>;

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
