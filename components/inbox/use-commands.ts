"use client";

import { useEffect, useEffectEvent } from "react";
import { commandFor, type Command } from "@/domain/shortcuts";

type Commands = Partial<Record<Command, () => void>>;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

/** An open menu has its own keys, Escape above all. */
const isMenuOpen = () => document.querySelector("[popover]:popover-open, dialog[open]") !== null;

/** Runs what the table of keys names; what is not given here belongs to somebody else. */
export function useCommands(commands: Commands): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isMenuOpen()) return;
    const command = commandFor({
      key: event.key,
      code: event.code,
      hasModifier: event.metaKey || event.ctrlKey || event.altKey,
      isShift: event.shiftKey,
      isComposing: event.isComposing,
      isTyping: isTyping(event.target),
    });
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
