import type { KeyPress } from "@/domain/shortcuts";

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

/** AltGr is how many layouts type a sign such as [, so it is no modifier. */
const hasModifier = (event: KeyboardEvent) =>
  event.metaKey || ((event.ctrlKey || event.altKey) && !event.getModifierState("AltGraph"));

/** What the table of keys wants to know of a key that was pressed. */
export function toKeyPress(event: KeyboardEvent): KeyPress {
  return {
    key: event.key,
    code: event.code,
    hasModifier: hasModifier(event),
    isShift: event.shiftKey,
    isComposing: event.isComposing,
    isTyping: isTyping(event.target),
  };
}

/** An open menu has its own keys, Escape above all: whoever took one from it would leave it open. */
export function isMenuOpen(): boolean {
  return document.querySelector('[popover]:popover-open:not([role="tooltip"]), dialog[open]') !== null;
}
