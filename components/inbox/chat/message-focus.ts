import { dividerOf, elementOf, elementsOf } from "@/components/inbox/chat/scroll-box";
import type { Aim } from "@/domain/scroll";

/** Moving the focus among messages, never the view: whoever moves it decides where it stands. */

export function focusOn(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}

/** The message of an aim, or the one that stands at it. */
function messageAt(box: HTMLElement, aim: Aim): HTMLElement | null {
  switch (aim.kind) {
    case "end":
      return elementsOf(box).at(-1) ?? null;
    case "divider": {
      const next = dividerOf(box)?.nextElementSibling;
      return next instanceof HTMLElement ? next : null;
    }
    case "message":
    case "anchor":
      return elementOf(box, aim.id);
  }
}

export function focusAim(box: HTMLElement, aim: Aim): void {
  focusOn(messageAt(box, aim));
}
